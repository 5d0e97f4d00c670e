using FlowLab.Optimization;
using FlowLab.Plugins;

[assembly: FlowLabPlugin(999)]

namespace WrongContractVersion;

[Schedule("old", Summary = "Built against another contract.")]
public sealed class OldSchedule : ISchedule
{
    public double Factor(long update, long updates) => 1;
}
