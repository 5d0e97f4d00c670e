using FlowLab.Plugins;
using FlowLab.Plugins.Datasets.Points;
using Microsoft.Extensions.DependencyInjection;

[assembly: FlowLabPlugin(PluginContract.Version)]

namespace FlowLab.Plugins.Datasets;

/// <summary>Shares the tables on the device among the datasets of a run.</summary>
public sealed class DatasetsPlugin : IPlugin
{
    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services) => services.AddSingleton<PointTables>();
}
