using FlowLab.Optimization;
using FlowLab.Plugins;

[assembly: FlowLabPlugin(PluginContract.Version)]

namespace TwoConstructors;

[Schedule("undecided", Summary = "Has two constructors.")]
public sealed class UndecidedSchedule : ISchedule
{
    private readonly double _factor;

    public UndecidedSchedule()
        : this(1)
    {
    }

    public UndecidedSchedule(double factor) => _factor = factor;

    public double Factor(long update, long updates) => _factor;
}
