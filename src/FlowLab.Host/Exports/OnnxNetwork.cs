using System.Text.Json.Nodes;

namespace FlowLab.Host.Exports;

/// <summary>The network of a coupling: hidden layers activation(W u + b), then a linear layer.</summary>
internal static class OnnxNetwork
{
    /// <summary>[N, inputs] to [N, outputs].</summary>
    public static string Apply(OnnxGraph graph, OnnxTensors layer, string inputs)
    {
        var settings = (JsonObject)layer.Settings["network"]!;
        string units = inputs;
        foreach (string hidden in HiddenLayers(layer))
            units = Activate(graph, settings, Linear(graph, layer, hidden, units));
        return Linear(graph, layer, "output", units);
    }

    /// <summary>"hidden" where there is one hidden layer, "hidden1", "hidden2", ... where there are several.</summary>
    private static IEnumerable<string> HiddenLayers(OnnxTensors layer) => layer.Has("hidden.weight")
        ? ["hidden"]
        : Enumerable.Range(1, int.MaxValue).Select(number => FormattableString.Invariant($"hidden{number}")).TakeWhile(name => layer.Has(name + ".weight"));

    private static string Linear(OnnxGraph graph, OnnxTensors layer, string name, string inputs)
    {
        double[] weight = layer[name + ".weight"], bias = layer[name + ".bias"];
        int outputs = bias.Length, width = weight.Length / outputs;
        double[] transposed = [.. Enumerable.Range(0, weight.Length).Select(at => weight[at % outputs * width + at / outputs])];
        return graph.Node("Add", graph.Node("MatMul", inputs, graph.Constant(transposed, width, outputs)), graph.Constant(bias, outputs));
    }

    private static string Activate(OnnxGraph graph, JsonObject settings, string linear) => settings["activation"]!.GetValue<string>() switch
    {
        "tanh" => graph.Node("Tanh", linear),
        "relu" => graph.Node("Relu", linear),
        "elu" => graph.Node("Elu", linear),
        _ => graph.Node("ReduceMax", [graph.Node("Reshape", linear, graph.Whole(0, -1, settings["window"]!.GetValue<int>())), graph.Whole(2)], OnnxGraph.Attribute("keepdims", 0)),
    };
}
