using System.Security.Cryptography;
using System.Text;
using FlowLab.Engine.Training;

namespace FlowLab.Engine.Checkpoints;

/// <summary>
/// A training state on disk: magic, format version, fingerprint of the cell, the state, and a SHA-256 of everything before it.
/// Little endian. Written to a temporary file, flushed to the disk and renamed, so that a reader sees the old file or the new one, whole.
/// </summary>
public static class CheckpointFile
{
    private const string Magic = "FLOWLAB\n";
    private const int Version = 1;
    private const int HashLength = 32;

    /// <summary>Writes <paramref name="state"/> to <paramref name="path"/>.</summary>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <param name="fingerprint">Identifies the cell: its resolved settings and the plugins that compute it.</param>
    /// <param name="state">What to write.</param>
    public static void Write(string path, string fingerprint, TrainingState state)
    {
        byte[] content = Encode(fingerprint, state);
        string temporary = path + ".tmp";
        using (FileStream file = new(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(content);
            file.Write(SHA256.HashData(content));
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Reads a checkpoint of the cell with <paramref name="fingerprint"/>.</summary>
    /// <exception cref="FlowLabEngineException">The file is damaged or belongs to another cell.</exception>
    public static TrainingState Read(string path, string fingerprint)
    {
        byte[] bytes = File.ReadAllBytes(path);
        if (bytes.Length < Magic.Length + HashLength || Encoding.ASCII.GetString(bytes, 0, Magic.Length) != Magic)
            throw Damaged(path, "it does not start like a checkpoint");
        ReadOnlySpan<byte> content = bytes.AsSpan(0, bytes.Length - HashLength);
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(bytes.AsSpan(bytes.Length - HashLength)))
            throw Damaged(path, "its checksum does not match its content");
        using BinaryReader reader = new(new MemoryStream(bytes, Magic.Length, content.Length - Magic.Length), Encoding.UTF8);
        int version = reader.ReadInt32();
        if (version != Version)
            throw new FlowLabEngineException($"FLE007: {path} has checkpoint format {version}; this FlowLab reads format {Version}.");
        string actual = reader.ReadString();
        if (actual != fingerprint)
        {
            throw new FlowLabEngineException(
                $"FLE008: {path} belongs to another cell (fingerprint {actual}, expected {fingerprint}): the manifest or a plugin has changed since. " +
                "Resume with the same manifest and plugins, or start a new run.");
        }
        return Decode(reader);
    }

    private static byte[] Encode(string fingerprint, TrainingState state)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream, Encoding.UTF8);
        writer.Write(Encoding.ASCII.GetBytes(Magic));
        writer.Write(Version);
        writer.Write(fingerprint);
        writer.Write(state.Update);
        Write(writer, state.Seeds);
        Write(writer, state.Status);
        Write(writer, state.Parameters);
        Write(writer, state.OptimizerState);
        writer.Flush();
        return stream.ToArray();
    }

    private static TrainingState Decode(BinaryReader reader) => new(
        reader.ReadInt64(), Read<int>(reader), Read<int>(reader), Read<float>(reader), Read<float>(reader));

    private static void Write<T>(BinaryWriter writer, T[] values) where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()));
    }

    private static T[] Read<T>(BinaryReader reader) where T : unmanaged
    {
        T[] values = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private static FlowLabEngineException Damaged(string path, string why) =>
        new($"FLE006: {path} is not a usable checkpoint: {why}. Delete it to train this cell from its start.");
}
