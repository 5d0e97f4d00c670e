using FlowLab.Optimization;
using FlowLab.Plugins;

[assembly: FlowLabPlugin(PluginContract.Version)]

namespace DuplicateName;

[Schedule("good", Summary = "Has the name of another component.")]
public sealed class SameNameSchedule : ISchedule
{
    public double Factor(long update, long updates) => -1;
}
