namespace FlowLab.Host.Exports;

/// <summary>z'_b = e^s z_b + t, s = alpha tanh(raw / alpha), (raw, t) from a network of z_a, component by component; the log-det is the sum of s.</summary>
internal sealed class OnnxRealNvp : IOnnxLayer
{
    /// <inheritdoc/>
    public (string State, string? LogDet) Forward(OnnxGraph graph, OnnxTensors layer, string state) => Move(graph, layer, state, isForward: true);

    /// <inheritdoc/>
    public (string State, string? LogDet) Inverse(OnnxGraph graph, OnnxTensors layer, string state) => Move(graph, layer, state, isForward: false);

    private static (string State, string LogDet) Move(OnnxGraph graph, OnnxTensors layer, string state, bool isForward)
    {
        int[] order = [.. layer["order"].Select(index => (int)index)], first = order[..(order.Length / 2)], second = order[(order.Length / 2)..];
        (int[] kept, int[] moved) = layer.Layer % 2 == 0 ? (first, second) : (second, first);
        string held = graph.Columns(state, kept), part = graph.Columns(state, moved), numbers = OnnxNetwork.Apply(graph, layer, held);
        string bound = graph.Constant(layer.Settings["scaleBound"]!.GetValue<double>());
        string scale = graph.Node("Mul", bound, graph.Node("Tanh", graph.Node("Div", graph.Columns(numbers, [.. moved.Select((_, at) => 2 * at)]), bound)));
        string shift = graph.Columns(numbers, [.. moved.Select((_, at) => 2 * at + 1)]);
        string changed = isForward
            ? graph.Node("Add", graph.Node("Mul", part, graph.Node("Exp", scale)), shift)
            : graph.Node("Mul", graph.Node("Sub", part, shift), graph.Node("Exp", graph.Node("Neg", scale)));
        int[] places = [.. kept, .. moved];
        return (graph.Columns(graph.Beside(held, changed), [.. Enumerable.Range(0, places.Length).Select(index => Array.IndexOf(places, index))]), graph.RowSums(scale));
    }
}
