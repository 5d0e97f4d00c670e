using FlowLab.Plugins;
using Microsoft.Extensions.DependencyInjection;

[assembly: FlowLabPlugin(PluginContract.Version)]

namespace GoodPlugin;

public sealed class GoodPlugin : IPlugin
{
    public void ConfigureServices(IServiceCollection services) => services.AddSingleton<Counter>();
}
