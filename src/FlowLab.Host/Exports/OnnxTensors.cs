using System.Text.Json.Nodes;
using FlowLab.Engine.Models;
using FlowLab.Flows;

namespace FlowLab.Host.Exports;

/// <summary>Parameters and constants of a seed by the names of docs/exports.md, below a prefix.</summary>
internal sealed class OnnxTensors
{
    private readonly IReadOnlyDictionary<string, double[]> _values;
    private readonly string _prefix;

    private OnnxTensors(IReadOnlyDictionary<string, double[]> values, string prefix, JsonObject settings) => (_values, _prefix, Settings) = (values, prefix, settings);

    /// <summary>The settings of the part that the prefix leads to.</summary>
    public JsonObject Settings { get; }

    /// <summary>The last part of the prefix's number; what layers alternate by.</summary>
    public int Layer { get; private init; }

    /// <summary>All of a seed.</summary>
    public static OnnxTensors Of(IReadOnlyList<NamedTensor> tensors, ReadOnlySpan<float> parameters, IEnumerable<(string Name, FlowConstant Constant)> constants)
    {
        Dictionary<string, double[]> values = [];
        foreach (NamedTensor tensor in tensors)
            values[tensor.Name] = Widened(parameters.Slice(tensor.Offset, tensor.Shape.Aggregate(1, (product, axis) => product * axis)));
        foreach ((string name, FlowConstant constant) in constants)
            values[name] = Widened(constant.Values);
        return new OnnxTensors(values, "", []);
    }

    /// <summary>Those of a layer of a segment.</summary>
    public OnnxTensors Of(int segment, int layer, JsonObject settings) => new(_values, FormattableString.Invariant($"flow.{segment}.layer{layer}."), settings) { Layer = layer };

    /// <summary>The numbers of a tensor.</summary>
    public double[] this[string name] => _values[_prefix + name];

    /// <summary>Whether there is one.</summary>
    public bool Has(string name) => _values.ContainsKey(_prefix + name);

    private static double[] Widened(ReadOnlySpan<float> values) => Array.ConvertAll(values.ToArray(), value => (double)value);
}
