namespace FlowLab.Host.Tuning;

/// <summary>What a growth was started with and how far it is; everything else is in the runs of its lengths.</summary>
internal sealed record GrowState
{
    /// <summary>The file in the growth's folder.</summary>
    public const string FileName = "grow.json";

    /// <summary>The segment of the flow that grows, counted from 0.</summary>
    public required int Segment { get; init; }

    /// <summary>The name of the metric that decides; empty takes the held-out bound.</summary>
    public required string Metric { get; init; }

    /// <summary>The greatest length.</summary>
    public required int MaxLength { get; init; }

    /// <summary>Seconds that it may take; null: any.</summary>
    public required double? BudgetInSeconds { get; init; }

    /// <summary>Seconds that every finished length took, from the first on.</summary>
    public IReadOnlyList<double> Seconds { get; init; } = [];

    /// <summary>The length that was chosen; 0 while it grows.</summary>
    public int Chosen { get; init; }

    /// <summary>Why it stopped; empty while it grows.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Whether a folder holds a growth.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>Reads the state of a growth.</summary>
    public static GrowState Read(string folder) => StateFile.Read<GrowState>(folder, FileName);

    /// <summary>Writes it, whole or not at all.</summary>
    public void Write(string folder) => StateFile.Write(folder, FileName, this);
}
