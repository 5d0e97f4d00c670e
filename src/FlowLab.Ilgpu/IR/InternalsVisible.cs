using System.Runtime.CompilerServices;

// The kernels of all plugins and of the engine go through the compiler in a test of their own.
[assembly: InternalsVisibleTo("FlowLab.Plugins.Tests")]
