using FlowLab.Optimization;
using FlowLab.Plugins;

[assembly: FlowLabPlugin(PluginContract.Version)]

namespace ThrowingConstructor;

[Schedule("throwing", Summary = "Cannot be built.")]
public sealed class ThrowingSchedule : ISchedule
{
    public ThrowingSchedule() => throw new InvalidOperationException("the constructor says no");

    public double Factor(long update, long updates) => 1;
}
