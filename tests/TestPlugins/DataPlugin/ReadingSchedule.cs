using FlowLab.Data;
using FlowLab.Optimization;
using FlowLab.Plugins;

namespace DataPlugin;

/// <summary>Asks the host for a data file, as a dataset does.</summary>
[Schedule("reading", Summary = "Reads first.txt.")]
public sealed class ReadingSchedule(IDataFolder data) : ISchedule
{
    private readonly long _bytes = new FileInfo(data.Find(Poems.First)).Length;

    public double Factor(long update, long updates) => _bytes > 0 ? 1 : 0;
}
