namespace FlowLab.Host.Tuning;

/// <summary>What a search has decided so far: enough to go on with it to the same end.</summary>
internal sealed record TuneState
{
    /// <summary>The file in the search's folder.</summary>
    public const string FileName = "tune.json";

    /// <summary>The seed that trials are drawn with.</summary>
    public required int Seed { get; init; }

    /// <summary>The name of the metric that decides; empty until the first rung has shown what there is.</summary>
    public required string Metric { get; init; }

    /// <summary>Seconds that the search may take; null where the number of trials is given.</summary>
    public required double? BudgetInSeconds { get; init; }

    /// <summary>The number of trials; null where time decides.</summary>
    public required int? Trials { get; init; }

    /// <summary>Shares of the full number of updates, rung by rung; the last is 1.</summary>
    public required IReadOnlyList<double> Shares { get; init; }

    /// <summary>The trials of every wave that was started: rung, and their numbers.</summary>
    public IReadOnlyList<TuneWave> Waves { get; init; } = [];

    /// <summary>Reads the state of a search.</summary>
    public static TuneState Read(string folder) => StateFile.Read<TuneState>(folder, FileName);

    /// <summary>Writes it, whole or not at all.</summary>
    public void Write(string folder) => StateFile.Write(folder, FileName, this);
}
