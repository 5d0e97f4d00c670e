using System.Runtime.InteropServices;
using System.Text;
using FlowLab.Engine.Training;

namespace FlowLab.Engine.Checkpoints;

/// <summary>Writes the content of a checkpoint piece by piece, so that no more than a piece is held in memory a second time.</summary>
internal static class StateWriter
{
    private const int PieceLength = 1 << 16;

    public static void Write(Stream stream, ReadOnlySpan<byte> magic, int version, string fingerprint, StateSource state)
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
        Write(writer, new ArrayNumbers(state.NormMeans));
    }

    private static void Write(BinaryWriter writer, int[] values)
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    private static void Write(BinaryWriter writer, INumberSource values)
    {
        writer.Write(values.Length);
        float[] buffer = new float[Math.Min(PieceLength, values.Length)];
        for (int first = 0; first < values.Length; first += PieceLength)
        {
            Span<float> piece = buffer.AsSpan(0, Math.Min(PieceLength, values.Length - first));
            values.CopyTo(first, piece);
            writer.Write(MemoryMarshal.AsBytes(piece));
        }
    }
}
