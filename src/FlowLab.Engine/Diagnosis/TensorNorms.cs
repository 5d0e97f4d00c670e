using FlowLab.Engine.Models;

namespace FlowLab.Engine.Diagnosis;

/// <summary>Euclidean norms, accumulated in float64.</summary>
internal static class TensorNorms
{
    public static double Of(ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (float value in values)
            sum += (double)value * value;
        return Math.Sqrt(sum);
    }

    /// <summary>The norm of every named tensor of a seed, and of all of them together.</summary>
    /// <param name="tensors">They cover the parameters.</param>
    /// <param name="prefix">What the names begin with.</param>
    /// <param name="values">[P] of one seed.</param>
    /// <param name="figures">Appended to.</param>
    public static void Append(IReadOnlyList<NamedTensor> tensors, string prefix, ReadOnlySpan<float> values, List<DiagnosedFigure> figures)
    {
        figures.Add(new DiagnosedFigure($"{prefix}.all", Of(values)));
        foreach (NamedTensor tensor in tensors)
        {
            int length = tensor.Shape.Aggregate(1, (product, axis) => product * axis);
            figures.Add(new DiagnosedFigure($"{prefix}.{tensor.Name}", Of(values.Slice(tensor.Offset, length))));
        }
    }
}
