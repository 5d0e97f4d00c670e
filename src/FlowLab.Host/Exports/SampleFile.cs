using System.Globalization;
using FlowLab.Data;
using FlowLab.Engine.Evaluation;
using FlowLab.Host.Results;

namespace FlowLab.Host.Exports;

/// <summary>Draws of one seed written while they are made, so that memory does not depend on how many there are.</summary>
internal static class SampleFile
{
    private const int CopyBuffer = 1 << 20;

    /// <summary>Writes a .npz: samples [N, D] or [N, Channels, Height, Width], log_q [N] where the model knows it, seed.</summary>
    /// <param name="file">The file.</param>
    /// <param name="stream">The draws.</param>
    /// <param name="count">How many there are, N.</param>
    /// <param name="position">The seed's position on the seeds axis.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="cancellation">Ends it; nothing is left of the file then.</param>
    /// <exception cref="RunException">FLR005: there is no space for it; FLR008: it cannot be written.</exception>
    public static void Write(string file, ModelStream stream, long count, int position, int seed, CancellationToken cancellation)
    {
        RequireSpace(file, stream, count);
        try
        {
            WriteArrays(file, stream, count, position, seed, cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw RunErrors.Translate(file, error);
        }
    }

    /// <summary>Before the first draw, not when the disk is full.</summary>
    private static void RequireSpace(string file, ModelStream stream, long count)
    {
        double numbers = stream.Shape.Dimension + (stream.HasLogDensities ? 2 : 0), needed = sizeof(float) * numbers * count;
        long free = RunErrors.FreeBytes(file);
        if (needed > free)
            throw RunErrors.TooLittleSpace(file, needed, free);
    }

    private static void WriteArrays(string file, ModelStream stream, long count, int position, int seed, CancellationToken cancellation)
    {
        PointShape shape = stream.Shape;
        long[] axes = shape.IsImage ? [count, shape.Channels, shape.Height, shape.Width] : [count, shape.Dimension];
        // An archive has one array after the other: what belongs to the second waits on the disk while the first is written.
        using var waiting = new FileStream(file + ".log_q.tmp", FileMode.Create, FileAccess.ReadWrite, FileShare.None, CopyBuffer, FileOptions.DeleteOnClose);
        NpyArray samples = NpyArray.Streamed("samples", axes, output => WriteDraws(output, waiting, stream, position, cancellation));
        NpyArray densities = NpyArray.Streamed("log_q", [count], output => CopyFrom(waiting, output));
        NpzFile.Write(file, stream.HasLogDensities ? [samples, densities, NpyArray.Of("seed", seed)] : [samples, NpyArray.Of("seed", seed)]);
    }

    /// <summary>Writes lines of numbers separated by commas: z1, ..., zD and, where the model knows it, log_q.</summary>
    public static void WriteLines(TextWriter output, ModelStream stream, int position, CancellationToken cancellation)
    {
        int dimension = stream.Shape.Dimension;
        string names = string.Join(',', Enumerable.Range(1, dimension).Select(feature => FormattableString.Invariant($"z{feature}")));
        output.WriteLine(stream.HasLogDensities ? names + ",log_q" : names);
        foreach (DrawnChunk chunk in Until(stream, cancellation))
            for (int draw = 0; draw < chunk.Count; draw++)
                output.WriteLine(Line(chunk, position, draw, dimension));
    }

    private static IEnumerable<DrawnChunk> Until(ModelStream stream, CancellationToken cancellation) => stream.Chunks.Select(chunk =>
    {
        cancellation.ThrowIfCancellationRequested();
        return chunk;
    });

    private static string Line(DrawnChunk chunk, int position, int draw, int dimension)
    {
        IEnumerable<float> numbers = new ArraySegment<float>(chunk.Values[position], draw * dimension, dimension);
        return string.Join(',', (chunk.LogDensities is { } densities ? numbers.Append(densities[position][draw]) : numbers).Select(number => number.ToString("R", CultureInfo.InvariantCulture)));
    }

    private static void WriteDraws(Stream output, FileStream waiting, ModelStream stream, int position, CancellationToken cancellation)
    {
        foreach (DrawnChunk chunk in Until(stream, cancellation))
        {
            NpyArray.Write(output, chunk.Values[position]);
            if (chunk.LogDensities is { } densities)
                NpyArray.Write(waiting, densities[position]);
        }
    }

    private static void CopyFrom(FileStream waiting, Stream output)
    {
        waiting.Position = 0;
        waiting.CopyTo(output, CopyBuffer);
    }
}
