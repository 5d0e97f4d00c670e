namespace FlowLab.Host.Exports;

/// <summary>x = mean + deviation z: the last layer over data that are standardized.</summary>
internal sealed class OnnxStandardize : IOnnxLayer
{
    /// <inheritdoc/>
    public (string State, string? LogDet) Forward(OnnxGraph graph, OnnxTensors layer, string state) =>
        (graph.Node("Add", graph.Node("Mul", state, Deviation(graph, layer)), Mean(graph, layer)), LogDet(graph, layer, state));

    /// <inheritdoc/>
    public (string State, string? LogDet) Inverse(OnnxGraph graph, OnnxTensors layer, string state) =>
        (graph.Node("Div", graph.Node("Sub", state, Mean(graph, layer)), Deviation(graph, layer)), LogDet(graph, layer, state));

    private static string Mean(OnnxGraph graph, OnnxTensors layer) => graph.Constant(layer["mean"], layer["mean"].Length);

    private static string Deviation(OnnxGraph graph, OnnxTensors layer) => graph.Constant(layer["deviation"], layer["deviation"].Length);

    /// <summary>The same for every row.</summary>
    private static string LogDet(OnnxGraph graph, OnnxTensors layer, string state) => graph.Node(
        "Add", graph.Constant(layer["deviation"].Sum(Math.Log)), graph.Node("Mul", graph.RowSums(state), graph.Constant(0)));
}
