using Onnx;

namespace FlowLab.Host.Exports;

/// <summary>
/// z' = z + u_hat tanh(w'z + b). Backwards y = w'z + b is the root of y + c tanh(y) = w'z' + b, c = w'u_hat above -1, which lies within |c| of the right-hand side: the interval is
/// halved in a Loop until it is as narrow as single precision.
/// </summary>
internal sealed class OnnxPlanar : IOnnxLayer
{
    private const double SmallestNorm = 1e-6;
    private const int Halvings = 40;

    /// <inheritdoc/>
    public (string State, string? LogDet) Forward(OnnxGraph graph, OnnxTensors layer, string state)
    {
        (double[] shift, double gain) = ShiftOf(layer);
        return Move(graph, shift, gain, state, Projected(graph, layer, state), "Add");
    }

    /// <inheritdoc/>
    public (string State, string? LogDet) Inverse(OnnxGraph graph, OnnxTensors layer, string state)
    {
        (double[] shift, double gain) = ShiftOf(layer);
        return Move(graph, shift, gain, state, Root(graph, Projected(graph, layer, state), gain), "Sub");
    }

    /// <summary>u_hat and w'u_hat.</summary>
    private static (double[] Shift, double Gain) ShiftOf(OnnxTensors layer)
    {
        double[] w = layer["w"], u = layer["u"];
        double alignment = w.Zip(u, (a, b) => a * b).Sum(), norm = w.Sum(x => x * x), correction = Math.Log(1 + Math.Exp(-alignment)) - 1;
        double factor = correction / (correction < 0 ? Math.Max(norm, SmallestNorm) : Math.Max(norm, 1e-30));
        double[] shift = [.. u.Zip(w, (a, b) => a + factor * b)];
        return (shift, w.Zip(shift, (a, b) => a * b).Sum());
    }

    /// <summary>w'z + b.</summary>
    private static string Projected(OnnxGraph graph, OnnxTensors layer, string state) =>
        graph.Node("Add", graph.Node("MatMul", state, graph.Constant(layer["w"], layer["w"].Length, 1)), graph.Constant(layer["b"], 1));

    /// <summary>ln(h^2 + (1 + c) (1 - h^2)), and z plus or minus u_hat h.</summary>
    private static (string State, string LogDet) Move(OnnxGraph graph, double[] shift, double gain, string state, string argument, string direction)
    {
        string h = graph.Node("Tanh", argument), square = graph.Node("Mul", h, h);
        string slope = graph.Node("Sub", graph.Constant(1), square);
        string logDet = graph.Node("Log", graph.Node("Add", square, graph.Node("Mul", graph.Constant(1 + gain), slope)));
        return (graph.Node(direction, state, graph.Node("MatMul", h, graph.Constant(shift, 1, shift.Length))), logDet);
    }

    private static string Root(OnnxGraph graph, string target, double gain)
    {
        string reach = graph.Constant(Math.Abs(gain));
        var body = new OnnxGraph(graph.NewName("halving"));
        body.Proto.Input.Add(new ValueInfoProto { Name = body.Proto.Name + "_step", Type = Scalar(TensorProto.Types.DataType.Int64) });
        body.Proto.Input.Add(new ValueInfoProto { Name = body.Proto.Name + "_going", Type = Scalar(TensorProto.Types.DataType.Bool) });
        string low = body.Proto.Name + "_low", high = body.Proto.Name + "_high";
        body.Input(low, 1);
        body.Input(high, 1);
        string middle = body.Node("Mul", body.Node("Add", low, high), body.Constant(0.5));
        string isAbove = body.Node("Greater", body.Node("Add", middle, body.Node("Mul", body.Constant(gain), body.Node("Tanh", middle))), target);
        body.Proto.Output.Add(new ValueInfoProto { Name = body.Node("Identity", body.Proto.Name + "_going"), Type = Scalar(TensorProto.Types.DataType.Bool) });
        body.Output(body.Node("Where", isAbove, low, middle), body.Proto.Name + "_next_low", 1);
        body.Output(body.Node("Where", isAbove, middle, high), body.Proto.Name + "_next_high", 1);
        string[] ends = graph.Nodes(
            "Loop", [graph.Scalar(Halvings), "", graph.Node("Sub", target, reach), graph.Node("Add", target, reach)], 2, OnnxGraph.Attribute("body", body.Proto));
        return graph.Node("Mul", graph.Node("Add", ends[0], ends[1]), graph.Constant(0.5));
    }

    private static TypeProto Scalar(TensorProto.Types.DataType type) =>
        new() { TensorType = new TypeProto.Types.Tensor { ElemType = (int)type, Shape = new TensorShapeProto() } };
}
