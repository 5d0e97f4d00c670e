namespace FlowLab.Host.Tests.DataFiles;

/// <summary>How the mirror answers one request.</summary>
internal sealed record MirrorAnswer
{
    /// <summary>The file, as far as the range asks for it.</summary>
    public static MirrorAnswer Good { get; } = new();

    /// <summary>The status instead of the file; 0 sends the file.</summary>
    public int Status { get; init; }

    /// <summary>Bytes after which the connection breaks; null sends all.</summary>
    public int? BreaksAfter { get; init; }

    /// <summary>Whether nothing comes after the break, while the connection stays.</summary>
    public bool Hangs { get; init; }

    /// <summary>Whether ranges are ignored.</summary>
    public bool IgnoresRange { get; init; }

    /// <summary>Whether the length is not said.</summary>
    public bool HasNoLength { get; init; }
}
