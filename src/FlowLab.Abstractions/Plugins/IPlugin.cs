using Microsoft.Extensions.DependencyInjection;

namespace FlowLab.Plugins;

/// <summary>
/// Optional entry point of a plugin assembly: registers services that its own components share. At most one per assembly, with a
/// public parameterless constructor. Components themselves need no registration, their attribute is enough.
/// </summary>
public interface IPlugin
{
    /// <summary>Adds the plugin's private services. They are visible to this plugin's components only.</summary>
    void ConfigureServices(IServiceCollection services);
}
