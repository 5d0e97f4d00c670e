using FlowLab.Host.Runs;

namespace FlowLab.Host.Tuning;

/// <summary>Where a growth works and with what.</summary>
/// <param name="Folder">The growth's folder.</param>
/// <param name="Run">Runs a manifest into a folder from a start of its own, or goes on with the run there; gives one of <see cref="ExitCodes"/>.</param>
/// <param name="Shorter">What the only cell of a finished run hands on: its folder, its length, the metric.</param>
/// <param name="Output">Where it says how far it is.</param>
internal sealed record GrowRequest(string Folder, Func<string, string, bool, CellStart?, int> Run, Func<string, int, string, ShorterModel> Shorter, TextWriter Output)
{
    /// <summary>The resolved manifest, its growing segment with one layer.</summary>
    public string Manifest => Path.Combine(Folder, TuneRequest.ManifestName);

    /// <summary>The manifest of the chosen length.</summary>
    public string Winner => Path.Combine(Folder, "winner.json");

    /// <summary>A record per length.</summary>
    public string Table => Path.Combine(Folder, "grow.csv");

    /// <summary>The run of a length.</summary>
    public string RunOf(int length) => Path.Combine(Folder, FormattableString.Invariant($"length-{length}"));
}
