using System.ComponentModel;
using System.Text.Json.Serialization;

namespace FlowLab.Host.Manifests;

/// <summary>How the report lays the cells of a sweep out.</summary>
public sealed class ReportSettings
{
    [Description("Heading of the report; the experiment's name if empty.")]
    public string Title { get; init; } = "";

    [Description("Axis whose values are the rows of the picture grid; the first axis if empty.")]
    public string Rows { get; init; } = "";

    [Description("Axes whose combinations are the columns of the picture grid; all other axes if empty.")]
    public IReadOnlyList<string> Columns { get; init; } = [];

    [Description("A plot of a metric against an axis.")]
    public CurveSettings? Curve { get; init; }

    /// <summary>Published numbers to compare with, which <see cref="ReferenceReader"/> reads; null if there are none.</summary>
    [JsonIgnore]
    public ReferenceSettings? Reference { get; internal set; }
}
