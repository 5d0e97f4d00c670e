using FlowLab.Engine.Evaluation;

namespace FlowLab.Host.Tuning;

/// <summary>Every refusal of a growth, with its text.</summary>
internal static class GrowErrors
{
    public static FlowLabException NotTheIdentity(string flow, string metric, SeedMetric before, SeedMetric after) => new("FLR105", FormattableString.Invariant(
        $"layers of {flow} do not start at the identity: with a new layer {metric} of seed {before.Seed} is {after.Value:G6} instead of {before.Value:G6}. \"length\": \"auto\" is for flows whose layers do, such as planar, radial, real-nvp or sylvester; search over lengths instead: \"search\": {{ \"flow.0.length\": [2, 8, 32] }}."));

    public static FlowLabException OnlyTheLast(int segment, int segments) => new("FLR106", FormattableString.Invariant(
        $"flow.{segment}.length is \"auto\", but only the last segment of a flow can grow; expected it in flow.{segments - 1}, and nowhere else."));

    public static FlowLabException OneCell(int cells) => new("FLR107", FormattableString.Invariant(
        $"a flow grows in one cell, and this manifest has {cells}. Take the sweep out, or choose values with --set."));

    public static FlowLabException NoSuchMetric(string metric, IEnumerable<string> names) => new("FLR108",
        $"nothing decides whether the flow grows: the run has no metric '{metric}' with a better direction; expected one of {string.Join(", ", names)}.");
}
