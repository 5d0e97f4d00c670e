using FlowLab.Plugins;
using Microsoft.Extensions.DependencyInjection;

[assembly: FlowLabPlugin(PluginContract.Version)]

namespace HangingEntryPoint;

public sealed class HangingPlugin : IPlugin
{
    public void ConfigureServices(IServiceCollection services) => Thread.Sleep(Timeout.Infinite);
}
