namespace FlowLab.Flows;

/// <summary>
/// A flow that can say what the parameters of a layer amount to, such as the determinant at its steepest point. For the diagnosis of
/// training only; a flow without it is described by the norms of its blocks.
/// </summary>
public interface ILayerFigures
{
    /// <summary>Names of the figures of a layer: letters and digits, such as <c>gain</c>.</summary>
    IReadOnlyList<string> FigureNames { get; }

    /// <summary>The figures of one layer.</summary>
    /// <param name="layer">Counted from 0.</param>
    /// <param name="parameters">A set of the flow's parameters, [P].</param>
    /// <param name="figures">In the order of <see cref="FigureNames"/>, to be filled.</param>
    void Describe(int layer, ReadOnlySpan<float> parameters, Span<double> figures);
}
