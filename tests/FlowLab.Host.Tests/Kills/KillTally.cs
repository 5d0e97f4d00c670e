using System.Globalization;

namespace FlowLab.Host.Tests.Kills;

/// <summary>What became of runs that were killed.</summary>
internal sealed class KillTally
{
    private readonly SortedDictionary<KillWay, int> _kills = [];

    /// <summary>Kills that met a run at work.</summary>
    public int Kills => _kills.Values.Sum();

    /// <summary>Runs that went on from what they had left.</summary>
    public int Resumed { get; set; }

    /// <summary>Runs that had left nothing yet, and were started again in the same folder.</summary>
    public int StartedOver { get; set; }

    /// <summary>Runs that ended with the bytes of one that was never disturbed.</summary>
    public int Equal { get; set; }

    public void Add(KillWay way) => _kills[way] = _kills.GetValueOrDefault(way) + 1;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Kills} kills ({string.Join(", ", _kills.Select(entry => $"{entry.Key} {entry.Value}"))}): {Resumed} times resumed, {StartedOver} times started over; {Equal} runs ended with equal bytes");
}
