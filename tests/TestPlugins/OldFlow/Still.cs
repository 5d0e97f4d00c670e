using FlowLab.Flows;
using FlowLab.Plugins;

[assembly: FlowLabPlugin(PluginContract.Version)]

namespace OldFlow;

[Flow("still", Summary = "Built against a contract of the same number that lacked most of today's.")]
public sealed class Still(FlowShape shape) : IFlow
{
    public int Length => shape.Width;

    public void Dispose()
    {
    }
}
