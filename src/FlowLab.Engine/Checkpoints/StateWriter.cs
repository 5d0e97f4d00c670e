using System.Runtime.InteropServices;
using System.Text;
using FlowLab.Engine.Training;

namespace FlowLab.Engine.Checkpoints;

/// <summary>Writes the content of a checkpoint piece by piece; arrays go out as they lie in memory, without a copy.</summary>
internal static class StateWriter
{
    // A span of bytes over an array of numbers ends at 2 GiB, so arrays go in pieces whatever their size.
    private const int PieceLength = 1 << 20;

    public static void Write(Stream stream, ReadOnlySpan<byte> magic, int version, string fingerprint, TrainingState state)
    {
        using BinaryWriter writer = new(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(magic);
        writer.Write(version);
        writer.Write(fingerprint);
        writer.Write(state.Update);
        Write(writer, state.Seeds);
        Write(writer, state.Status);
        Write(writer, state.Parameters);
        Write(writer, state.OptimizerState);
    }

    private static void Write<T>(BinaryWriter writer, T[] values) where T : unmanaged
    {
        writer.Write(values.Length);
        for (int first = 0; first < values.Length; first += PieceLength)
            writer.Write(MemoryMarshal.AsBytes(values.AsSpan(first, Math.Min(PieceLength, values.Length - first))));
    }
}
