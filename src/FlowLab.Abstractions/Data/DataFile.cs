namespace FlowLab.Data;

/// <summary>A file that datasets of a plugin read from the data folder, which <c>flowlab data</c> lists, downloads and checks.</summary>
public sealed record DataFile
{
    /// <summary>
    /// Its place below the data folder, with <c>/</c> between folders, named after the content: the file may lie there under this name or,
    /// compressed, with <c>.gz</c> appended.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>What it is, in one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>The license, or what is known about it.</summary>
    public required string License { get; init; }

    /// <summary>Authors, paper, year.</summary>
    public string Source { get; init; } = "";

    /// <summary>The contents that are accepted, the published one first; a download has to be the first.</summary>
    public required IReadOnlyList<DataContent> Contents { get; init; }

    /// <summary>Where it can be downloaded, in the order in which to try.</summary>
    public IReadOnlyList<DataMirror> Mirrors { get; init; } = [];

    /// <summary>How to make the file by hand, if a mirror has it in another form; empty otherwise.</summary>
    public string Advice { get; init; } = "";
}
