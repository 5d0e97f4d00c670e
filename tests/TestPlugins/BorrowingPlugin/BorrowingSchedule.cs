using FlowLab.Optimization;
using FlowLab.Plugins;

[assembly: FlowLabPlugin(PluginContract.Version)]

namespace BorrowingPlugin;

[Schedule("borrowing", Summary = "Its library needs what only the host has.")]
public sealed class BorrowingSchedule : ISchedule
{
    public double Factor(long update, long updates) => BorrowingLibrary.Library.Factor;
}
