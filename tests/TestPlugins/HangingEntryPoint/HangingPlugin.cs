using FlowLab.Plugins;
using Microsoft.Extensions.DependencyInjection;

[assembly: FlowLabPlugin(PluginContract.Version)]

namespace HangingEntryPoint;

/// <summary>A plugin that never says what it has.</summary>
public sealed class HangingPlugin : IPlugin
{
    /// <summary>The fault: what never comes is waited for, so that no processor is taken from other tests.</summary>
    public void ConfigureServices(IServiceCollection services) => Thread.Sleep(Timeout.Infinite);
}
