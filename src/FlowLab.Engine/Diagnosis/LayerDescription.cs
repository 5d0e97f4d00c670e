using FlowLab.Engine.Models;
using FlowLab.Flows;

namespace FlowLab.Engine.Diagnosis;

/// <summary>What the parameters of the layers of a segment amount to: norms of their blocks and the flow's own figures, over data points.</summary>
internal static class LayerDescription
{
    /// <param name="segment">The segment.</param>
    /// <param name="prefix">What the names of its figures begin with, such as <c>diagnosis.flow.0</c>.</param>
    /// <param name="sets">Sets of its parameters, each [P]: one, or one per data point.</param>
    /// <param name="figures">Appended to.</param>
    public static void Append(FlowSegment segment, string prefix, IReadOnlyList<float[]> sets, List<DiagnosedFigure> figures)
    {
        foreach (ParameterBlock block in segment.Flow.Blocks)
        {
            FigureRange norm = new($"{prefix}.layer{block.Layer}.{block.Name.Replace(' ', '_')}");
            foreach (float[] set in sets)
                norm.Add(TensorNorms.Of(set.AsSpan(block.Offset, block.Length)));
            norm.AddTo(figures);
        }
        if (segment.Flow is ILayerFigures own)
        {
            for (int layer = 0; layer < segment.Flow.Length; layer++)
                AppendOwn(own, layer, $"{prefix}.layer{layer}", sets, figures);
        }
    }

    private static void AppendOwn(ILayerFigures flow, int layer, string prefix, IReadOnlyList<float[]> sets, List<DiagnosedFigure> figures)
    {
        FigureRange[] ranges = [.. flow.FigureNames.Select(name => new FigureRange($"{prefix}.{name}"))];
        double[] values = new double[ranges.Length];
        foreach (float[] set in sets)
        {
            flow.Describe(layer, set, values);
            for (int i = 0; i < values.Length; i++)
                ranges[i].Add(values[i]);
        }
        foreach (FigureRange range in ranges)
            range.AddTo(figures);
    }
}
