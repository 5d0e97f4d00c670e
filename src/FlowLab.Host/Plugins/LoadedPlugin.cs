using System.Reflection;
using System.Runtime.Loader;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLab.Host.Plugins;

/// <summary>A plugin in memory.</summary>
/// <param name="Place">Where it lives; unloading it frees all its code.</param>
/// <param name="Assembly">Its main assembly.</param>
/// <param name="Services">The private services that its entry point registered.</param>
/// <param name="Components">Its components without fault.</param>
internal sealed record LoadedPlugin(
    AssemblyLoadContext Place, Assembly Assembly, IServiceCollection Services, IReadOnlyList<PluginComponent> Components);
