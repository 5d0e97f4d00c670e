using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLab.Host.Plugins;

/// <summary>A plugin in memory.</summary>
/// <param name="Context">Where it lives; unloading it frees all its code.</param>
/// <param name="Assembly">Its main assembly.</param>
/// <param name="Services">The private services that its entry point registered.</param>
/// <param name="Components">Its components without fault.</param>
internal sealed record LoadedPlugin(
    PluginLoadContext Context, Assembly Assembly, IServiceCollection Services, IReadOnlyList<PluginComponent> Components);
