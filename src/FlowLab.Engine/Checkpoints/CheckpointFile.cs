using FlowLab.Engine.Training;

namespace FlowLab.Engine.Checkpoints;

/// <summary>
/// A training state on disk: magic, format version, fingerprint of the cell, the state, and a SHA-256 of everything before it.
/// Little endian. Written to a temporary file, flushed to the disk and renamed, so that a reader sees the old file or the new one, whole.
/// Both directions stream: besides the state itself, no more than a piece of the file is in memory.
/// </summary>
public static class CheckpointFile
{
    private const int Version = 2;
    private const int HashLength = 32;

    private static ReadOnlySpan<byte> Magic => "FLOWLAB\n"u8;

    /// <summary>Writes <paramref name="state"/> to <paramref name="path"/>.</summary>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <param name="fingerprint">Identifies the cell: its resolved settings and the plugins that compute it.</param>
    /// <param name="state">What to write.</param>
    public static void Write(string path, string fingerprint, TrainingState state) => Write(path, fingerprint, StateSource.Of(state));

    /// <summary>Writes the state of <paramref name="session"/> to <paramref name="path"/>, from the device, piece by piece.</summary>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <param name="fingerprint">Identifies the cell: its resolved settings and the plugins that compute it.</param>
    /// <param name="session">What to write the state of.</param>
    public static void Write(string path, string fingerprint, TrainingSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        Write(path, fingerprint, session.OpenState());
    }

    private static void Write(string path, string fingerprint, StateSource state)
    {
        string temporary = path + ".tmp";
        using (FileStream file = new(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            using HashedStream content = new(file);
            StateWriter.Write(content, Magic, Version, fingerprint, state);
            file.Write(content.TakeHash());
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Reads a checkpoint of the cell with <paramref name="fingerprint"/>.</summary>
    /// <exception cref="FlowLabEngineException">The file is damaged or belongs to another cell.</exception>
    public static TrainingState Read(string path, string fingerprint) => Read(path, [fingerprint]);

    /// <summary>Reads a checkpoint of the cell with one of <paramref name="fingerprints"/>.</summary>
    /// <exception cref="FlowLabEngineException">The file is damaged or belongs to another cell.</exception>
    public static TrainingState Read(string path, IReadOnlyList<string> fingerprints) => Read(path, fingerprints, reader => reader.ReadState());

    /// <summary>Reads some of the seeds of a checkpoint, in the order of <paramref name="seeds"/>; those that it does not have are left out. No more of it is in memory.</summary>
    /// <exception cref="FlowLabEngineException">The file is damaged or belongs to another cell.</exception>
    public static TrainingState Read(string path, IReadOnlyList<string> fingerprints, IReadOnlyList<int> seeds) => Read(path, fingerprints, reader => reader.ReadState(seeds));

    /// <summary>Writes one checkpoint of all that others have, which are at the same update and have no seed twice. No more of them is in memory than a piece.</summary>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <param name="fingerprint">Identifies the cell with all seeds.</param>
    /// <param name="seeds">The seeds, in the order that they are to have.</param>
    /// <param name="parts">The others, known to be whole.</param>
    public static void Merge(string path, string fingerprint, IReadOnlyList<int> seeds, IReadOnlyList<string> parts)
    {
        CheckpointPart[] open = [.. parts.Select(part => new CheckpointPart(part, Magic.Length))];
        try
        {
            Write(path, fingerprint, CheckpointPart.Join(open, seeds));
        }
        finally
        {
            foreach (CheckpointPart part in open)
                part.Dispose();
        }
    }

    /// <summary>The seeds of a checkpoint that <see cref="Read(string, string)"/> may yet find damaged; empty if there is none.</summary>
    public static IReadOnlyList<int> SeedsOf(string path)
    {
        try
        {
            using CheckpointPart part = new(path, Magic.Length);
            return part.Seeds;
        }
        catch (Exception nonsense) when (nonsense is IOException or FormatException or ArgumentException)
        {
            return [];
        }
    }

    private static TrainingState Read(string path, IReadOnlyList<string> fingerprints, Func<StateReader, TrainingState> read)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        using HashedStream content = new(file, file.Length - HashLength);
        using StateReader reader = new(content);
        if (content.Remaining < Magic.Length || !reader.ReadMagic(Magic.Length).AsSpan().SequenceEqual(Magic))
            throw Damaged(path, "it does not start like a checkpoint");
        (int version, string actual, TrainingState? state) = ReadContent(reader, fingerprints, read);
        reader.SkipRest();
        CheckHash(path, file, content);
        if (version != Version)
            throw new FlowLabEngineException($"FLE007: {path} has checkpoint format {version}; this FlowLab reads format {Version}.");
        if (!fingerprints.Contains(actual))
            throw OfAnotherCell(path, fingerprints[^1], actual);
        return state ?? throw Damaged(path, "its content is not that of a checkpoint");
    }

    /// <summary>What the content says, not yet known to be whole; no state if it is of another format or cell, or makes no sense.</summary>
    private static (int Version, string Fingerprint, TrainingState? State) ReadContent(StateReader reader, IReadOnlyList<string> fingerprints, Func<StateReader, TrainingState> read)
    {
        int version = Version;
        string actual = fingerprints[0];
        try
        {
            version = reader.ReadVersion();
            actual = version == Version ? reader.ReadFingerprint() : "";
            return (version, actual, version == Version && fingerprints.Contains(actual) ? read(reader) : null);
        }
        catch (Exception nonsense) when (nonsense is IOException or FormatException or ArgumentException)
        {
            return (version, actual, null);
        }
    }

    private static void CheckHash(string path, FileStream file, HashedStream content)
    {
        Span<byte> expected = stackalloc byte[HashLength];
        int count = file.ReadAtLeast(expected, HashLength, throwOnEndOfStream: false);
        if (count != HashLength || !expected.SequenceEqual(content.TakeHash()))
            throw Damaged(path, "its checksum does not match its content");
    }

    private static FlowLabEngineException OfAnotherCell(string path, string expected, string actual) => new(
        $"FLE008: {path} belongs to another cell (fingerprint {actual}, expected {expected}): the manifest or a plugin has changed since. " +
        "Resume with the same manifest and plugins, or start a new run.");

    private static FlowLabEngineException Damaged(string path, string why) =>
        new($"FLE006: {path} is not a usable checkpoint: {why}. Delete it to train this cell from its start.");
}
