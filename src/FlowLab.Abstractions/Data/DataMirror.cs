namespace FlowLab.Data;

/// <summary>
/// A public address to download a data file from. The host trusts no mirror: it stops at the size that is expected and keeps only
/// content with the right SHA-256. The mirror's file may be compressed (<c>.gz</c>).
/// </summary>
/// <param name="Url">An http or https address.</param>
public sealed record DataMirror(string Url)
{
    /// <summary>Length of the download at most; 0 stands for the length of the content, and a little more for its container.</summary>
    public long MaximumBytes { get; init; }

    /// <summary>The file's name inside the mirror's tar archive; empty if the mirror offers the file itself.</summary>
    public string Member { get; init; } = "";

    /// <summary>
    /// For a mirror with the same data in another wrapper: the bytes that the file begins with and the mirror lacks. The rest of the
    /// content is looked for, by its checksum, as one block of the download. Empty if the mirror offers the content as it is.
    /// </summary>
    public IReadOnlyList<byte> Prefix { get; init; } = [];
}
