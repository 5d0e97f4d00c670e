using System.ComponentModel;

namespace FlowLab.Host.Manifests;

/// <summary>A plot of metrics against an axis, one line per value of another axis.</summary>
public sealed class CurveSettings
{
    /// <summary>The name in manifests of the number of a cell's layers, which is no axis of the sweep.</summary>
    public const string FlowLength = "flow length";

    [Description("Axis along x, such as flow.0.length; or \"flow length\", the number of layers of a cell's whole flow, with a line per kind of flow.")]
    public required string X { get; init; }

    [Description("Axis whose values are the lines; one line if empty.")]
    public string Series { get; init; } = "";

    [Description("Metrics, a panel each, such as test_bound, kl_gap and test_nll; the main one of the run if empty.")]
    public IReadOnlyList<string> Metrics { get; init; } = [];
}
