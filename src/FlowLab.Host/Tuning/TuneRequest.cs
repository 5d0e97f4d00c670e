namespace FlowLab.Host.Tuning;

/// <summary>Where a search works and with what.</summary>
/// <param name="Folder">The search's folder.</param>
/// <param name="Run">Runs a manifest into a folder, or goes on with the run there; gives one of <see cref="ExitCodes"/>.</param>
/// <param name="Output">Where it says how far it is.</param>
internal sealed record TuneRequest(string Folder, WaveRun Run, TextWriter Output)
{
    /// <summary>The resolved manifest that is searched around.</summary>
    public const string ManifestName = "manifest.json";

    /// <summary>The resolved manifest.</summary>
    public string Manifest => Path.Combine(Folder, ManifestName);

    /// <summary>The manifest of the winner.</summary>
    public string Winner => Path.Combine(Folder, "winner.json");

    /// <summary>A record per trial and rung.</summary>
    public string Table => Path.Combine(Folder, "tune.csv");

    /// <summary>Scores against every dimension: a file per format, this is their path without its ending.</summary>
    public string Figure => Path.Combine(Folder, "tune");

    /// <summary>The run of a wave.</summary>
    public string WaveFolder(int rung, int wave) => Path.Combine(Folder, FormattableString.Invariant($"rung-{rung}-wave-{wave}"));
}
