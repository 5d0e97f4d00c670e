using FlowLab.Optimization;
using FlowLab.Plugins;

[assembly: FlowLabPlugin(PluginContract.Version)]

namespace MissingDependency;

[Schedule("needy", Summary = "Needs an assembly that is not there.")]
public sealed class NeedySchedule : ISchedule
{
    public double Factor(long update, long updates) => TestDependency.Dependency.Version;
}
