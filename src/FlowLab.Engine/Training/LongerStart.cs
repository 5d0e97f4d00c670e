using FlowLab.Engine.Models;

namespace FlowLab.Engine.Training;

/// <summary>Takes what a model has learned over to one with more layers of the same flow, before its first update.</summary>
public static class LongerStart
{
    /// <summary>
    /// The state of the longer model's start: every tensor that the shorter one has, by name, is the shorter one's. Layers that it lacks keep their initial values; where they
    /// are outputs of the inference network, the network's weights for them are 0, so that they are what they start as for every data point. If those initial layers
    /// are the identity, the longer model is the shorter one.
    /// </summary>
    /// <param name="longer">A session of the longer model before its first update.</param>
    /// <param name="tensors">The shorter model's tensors.</param>
    /// <param name="shorter">Its state, for the same seeds in the same order.</param>
    public static TrainingState Of(TrainingSession longer, IReadOnlyList<NamedTensor> tensors, TrainingState shorter)
    {
        ArgumentNullException.ThrowIfNull(longer);
        ArgumentNullException.ThrowIfNull(shorter);
        TrainingState start = longer.ReadState();
        if (!start.Seeds.SequenceEqual(shorter.Seeds))
            throw new ArgumentException($"expected the seeds {string.Join(", ", start.Seeds)}, found {string.Join(", ", shorter.Seeds)}", nameof(shorter));
        Dictionary<string, NamedTensor> known = tensors.ToDictionary(tensor => tensor.Name);
        int count = start.Parameters.Length / start.Seeds.Length, before = shorter.Parameters.Length / start.Seeds.Length;
        for (int position = 0; position < start.Seeds.Length; position++)
        {
            Span<float> to = start.Parameters.AsSpan(position * count, count);
            ReadOnlySpan<float> from = shorter.Parameters.AsSpan(position * before, before);
            foreach (NamedTensor tensor in longer.Tensors)
                if (known.TryGetValue(tensor.Name, out NamedTensor? source))
                    Copy(from.Slice(source.Offset, LengthOf(source)), to.Slice(tensor.Offset, LengthOf(tensor)), isMatrix: tensor.Shape.Count > 1);
        }
        return start;
    }

    /// <summary>Rows of a longer matrix that have no source are 0; elements of a longer vector stay as they are.</summary>
    private static void Copy(ReadOnlySpan<float> from, Span<float> to, bool isMatrix)
    {
        from.CopyTo(to);
        if (isMatrix)
            to[from.Length..].Clear();
    }

    private static int LengthOf(NamedTensor tensor) => tensor.Shape.Aggregate(1, (product, axis) => product * axis);
}
