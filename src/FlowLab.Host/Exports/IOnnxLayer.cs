namespace FlowLab.Host.Exports;

/// <summary>What a layer of a flow is in ONNX's operators. z is [N, D]; each pass also gives the log-det of the forward map, [N, 1], or null where it is 0.</summary>
internal interface IOnnxLayer
{
    /// <summary>z to z' = f(z).</summary>
    (string State, string? LogDet) Forward(OnnxGraph graph, OnnxTensors layer, string state);

    /// <summary>z' to z.</summary>
    (string State, string? LogDet) Inverse(OnnxGraph graph, OnnxTensors layer, string state);
}
