using FlowLab.Plugins;
using Microsoft.Extensions.DependencyInjection;

[assembly: FlowLabPlugin(PluginContract.Version)]

namespace ThrowingEntryPoint;

public sealed class ThrowingPlugin : IPlugin
{
    public void ConfigureServices(IServiceCollection services) => throw new InvalidOperationException("the entry point says no");
}
