using FlowLab.Optimization;
using FlowLab.Plugins;

[assembly: FlowLabPlugin(PluginContract.Version)]

namespace NotImplementingInterface;

[Flow("false-flow", Summary = "Claims to be a flow.")]
public sealed class FalseFlow : ISchedule
{
    public double Factor(long update, long updates) => 1;
}
