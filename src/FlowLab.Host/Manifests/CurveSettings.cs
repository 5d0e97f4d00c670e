using System.ComponentModel;

namespace FlowLab.Host.Manifests;

/// <summary>A plot of a metric against an axis, one line per value of another axis.</summary>
public sealed class CurveSettings
{
    [Description("Axis along x, such as flow.0.length.")]
    public required string X { get; init; }

    [Description("Axis whose values are the lines; one line if empty.")]
    public string Series { get; init; } = "";
}
