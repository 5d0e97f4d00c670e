using FlowLab.Data;

namespace FlowLab.Engine.Evaluation;

/// <summary>Draws from a trained model, made while they are read: however many there are, memory holds one chunk.</summary>
/// <param name="Label">What they are, for a reader: "points of q", "means of p(x|z), z from the prior".</param>
/// <param name="Shape">The axes of a draw.</param>
/// <param name="HasLogDensities">Whether chunks have ln q of their draws.</param>
/// <param name="Chunks">The draws in order. The first ones are the same however many are asked for.</param>
public sealed record ModelStream(string Label, PointShape Shape, bool HasLogDensities, IEnumerable<DrawnChunk> Chunks)
{
    /// <summary>The share of Metropolis-adjusted steps so far that were taken, by position on the seeds axis; null where draws make none.</summary>
    public Func<int, double>? AcceptedShare { get; init; }

    /// <summary>All draws at once.</summary>
    /// <param name="seeds">The number of seeds R.</param>
    public ModelSamples Gather(int seeds)
    {
        List<float[]>[] parts = [.. Enumerable.Range(0, seeds).Select(_ => new List<float[]>())];
        foreach (DrawnChunk chunk in Chunks)
            for (int seed = 0; seed < seeds; seed++)
                parts[seed].Add(chunk.Values[seed]);
        return new ModelSamples(Label, Shape, [.. parts.Select(part => (float[])[.. part.SelectMany(values => values)])]);
    }
}
