namespace FlowLab.Host.Exports;

/// <summary>y = M z, M a permutation or a rotation; then one half of y shifted by a network of the other. The log-det is 0.</summary>
internal sealed class OnnxNice : IOnnxLayer
{
    /// <inheritdoc/>
    public (string State, string? LogDet) Forward(OnnxGraph graph, OnnxTensors layer, string state) => (Couple(graph, layer, Mix(graph, layer, state, isForward: true), "Add"), null);

    /// <inheritdoc/>
    public (string State, string? LogDet) Inverse(OnnxGraph graph, OnnxTensors layer, string state) => (Mix(graph, layer, Couple(graph, layer, state, "Sub"), isForward: false), null);

    /// <summary>Rows times M' forwards, times M backwards.</summary>
    private static string Mix(OnnxGraph graph, OnnxTensors layer, string state, bool isForward)
    {
        if (layer.Has("permutation"))
        {
            int[] permutation = [.. layer["permutation"].Select(index => (int)index)];
            return graph.Columns(state, isForward ? permutation : [.. Enumerable.Range(0, permutation.Length).Select(index => Array.IndexOf(permutation, index))]);
        }
        double[] rotation = layer["rotation"];
        int dimension = (int)Math.Sqrt(rotation.Length);
        double[] matrix = isForward ? [.. Enumerable.Range(0, rotation.Length).Select(at => rotation[at % dimension * dimension + at / dimension])] : rotation;
        return graph.Node("MatMul", state, graph.Constant(matrix, dimension, dimension));
    }

    private static string Couple(OnnxGraph graph, OnnxTensors layer, string state, string direction)
    {
        int dimension = layer.Has("permutation") ? layer["permutation"].Length : (int)Math.Sqrt(layer["rotation"].Length);
        bool movesSecond = layer.Layer % 2 == 0;
        string first = graph.Columns(state, [.. Enumerable.Range(0, dimension / 2)]), second = graph.Columns(state, [.. Enumerable.Range(dimension / 2, dimension - dimension / 2)]);
        string moved = graph.Node(direction, movesSecond ? second : first, OnnxNetwork.Apply(graph, layer, movesSecond ? first : second));
        return movesSecond ? graph.Beside(first, moved) : graph.Beside(moved, second);
    }
}
