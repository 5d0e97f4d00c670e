namespace FlowLab.Host.Exports;

/// <summary>
/// z' = z0 + g (z - z0), g = (r + p) / (alpha + r), r = |z - z0|; log-det (D - 1) ln g + ln m, m = (r^2 + 2 alpha r + alpha p) / (alpha + r)^2. Backwards r is the positive root of
/// r^2 + (p - r') r - alpha r' = 0, in the form that does not subtract.
/// </summary>
internal sealed class OnnxRadial : IOnnxLayer
{
    private const double Margin = 1e-6;

    /// <inheritdoc/>
    public (string State, string? LogDet) Forward(OnnxGraph graph, OnnxTensors layer, string state)
    {
        (string center, string offset, string radius) = Polar(graph, layer, state);
        (string across, string logDet) = Stretch(graph, layer, radius);
        return (graph.Node("Add", center, graph.Node("Mul", across, offset)), logDet);
    }

    /// <inheritdoc/>
    public (string State, string? LogDet) Inverse(OnnxGraph graph, OnnxTensors layer, string state)
    {
        (string center, string offset, string stretched) = Polar(graph, layer, state);
        string alpha4 = graph.Constant(4 * Alpha(layer)), half = graph.Constant(0.5), zero = graph.Constant(0);
        string b = graph.Node("Sub", graph.Constant(P(layer)), stretched);
        string root = graph.Node("Sqrt", graph.Node("Add", graph.Node("Mul", b, b), graph.Node("Mul", alpha4, stretched)));
        string plain = graph.Node("Mul", half, graph.Node("Sub", root, b));
        string stable = graph.Node("Div", graph.Node("Mul", graph.Node("Mul", alpha4, half), stretched), graph.Node("Add", root, b));
        (string across, string logDet) = Stretch(graph, layer, graph.Node("Where", graph.Node("Greater", b, zero), stable, plain));
        return (graph.Node("Add", center, graph.Node("Div", offset, across)), logDet);
    }

    private static double Alpha(OnnxTensors layer) => Math.Log(1 + Math.Exp(layer["alpha"][0])) + Margin;

    /// <summary>alpha + beta_hat.</summary>
    private static double P(OnnxTensors layer) => Math.Log(1 + Math.Exp(layer["beta"][0])) + Margin;

    private static (string Center, string Offset, string Radius) Polar(OnnxGraph graph, OnnxTensors layer, string state)
    {
        string center = graph.Constant(layer["z0"], layer["z0"].Length), offset = graph.Node("Sub", state, center);
        return (center, offset, graph.Node("Sqrt", graph.RowSums(graph.Node("Mul", offset, offset))));
    }

    private static (string Across, string LogDet) Stretch(OnnxGraph graph, OnnxTensors layer, string radius)
    {
        string alpha = graph.Constant(Alpha(layer)), sum = graph.Node("Add", alpha, radius);
        string across = graph.Node("Div", graph.Node("Add", radius, graph.Constant(P(layer))), sum);
        string share = graph.Node("Div", radius, sum), rest = graph.Node("Div", alpha, sum);
        string along = graph.Node(
            "Add", graph.Node("Mul", share, graph.Node("Add", share, graph.Node("Add", rest, rest))),
            graph.Node("Mul", rest, graph.Node("Div", graph.Constant(P(layer)), sum)));
        string logAcross = graph.Node("Mul", graph.Constant(layer["z0"].Length - 1), graph.Node("Log", across));
        return (across, graph.Node("Add", logAcross, graph.Node("Log", along)));
    }
}
