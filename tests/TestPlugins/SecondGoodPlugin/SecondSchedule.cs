using FlowLab.Optimization;
using FlowLab.Plugins;

[assembly: FlowLabPlugin(PluginContract.Version)]

namespace SecondGoodPlugin;

/// <summary>Has its own version of the dependency that GoodPlugin uses too.</summary>
[Schedule("second", Summary = "Works beside the first.")]
public sealed class SecondSchedule : ISchedule
{
    public double Factor(long update, long updates) => 100 * TestDependency.Dependency.Version;
}
