namespace FlowLab.Testing.Flows;

/// <summary>How exact a result can be in float32: what nudges of its inputs by some units in the last place, in opposite directions, do to it.</summary>
internal static class Slack
{
    private const double NudgesAllowed = 8;

    /// <summary>The slack of a number; none where it is no number at all.</summary>
    public static double Of(float value, float up, float down)
    {
        double moved = Math.Max(Math.Abs(value - (double)up), Math.Abs(value - (double)down));
        return double.IsNaN(moved) ? 0 : NudgesAllowed * moved;
    }

    /// <summary>The slack of every number.</summary>
    public static double[] Of(float[] values, float[] up, float[] down) => [.. values.Select((value, i) => Of(value, up[i], down[i]))];
}
