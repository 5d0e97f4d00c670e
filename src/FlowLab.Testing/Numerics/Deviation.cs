using System.Globalization;
using FlowLab.Testing.Laws;

namespace FlowLab.Testing.Numerics;

/// <summary>Compares arrays of results.</summary>
internal static class Deviation
{
    /// <summary>Every number equals the expected one within <paramref name="tolerance"/> times 1 + the largest expected magnitude.</summary>
    /// <param name="what">What is compared, for the message.</param>
    /// <param name="actual">What the component gave.</param>
    /// <param name="expected">What it should have given.</param>
    /// <param name="tolerance">Relative tolerance.</param>
    /// <param name="slack">What each number may deviate beyond that, absolutely; null: nothing.</param>
    /// <param name="mostSlack">A number whose slack is more than this times the scale is not judged.</param>
    public static LawMeasure Of(string what, IReadOnlyList<float> actual, IReadOnlyList<double> expected, double tolerance, IReadOnlyList<double>? slack = null, double mostSlack = double.PositiveInfinity)
    {
        double scale = 1 + expected.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        LawMeasure worst = LawMeasure.Exact;
        int judged = 0;
        for (int i = 0; i < actual.Count; i++)
        {
            double extra = (slack?[i] ?? 0) / scale;
            if (!(extra <= mostSlack))
                continue;
            judged++;
            double error = Math.Abs(actual[i] - expected[i]) / scale;
            var measure = new LawMeasure(error, tolerance + extra, "");
            if (measure.Excess > worst.Excess || worst.Tolerance == 0)
                worst = measure with { Detail = string.Create(CultureInfo.InvariantCulture, $"{what}[{i}] is {actual[i]:G7}, expected {expected[i]:G7} within {(tolerance + extra) * scale:G2}") };
        }
        return 2 * judged < actual.Count
            ? LawMeasure.Nothing($"{what}: differences are too uncertain at {actual.Count - judged} of {actual.Count} places; the pass is not smooth, or too noisy in float32")
            : worst;
    }

    /// <summary>Every number has the same bits, NaN for NaN.</summary>
    public static LawMeasure OfBits(string what, ReadOnlySpan<float> actual, ReadOnlySpan<float> expected)
    {
        for (int i = 0; i < actual.Length; i++)
            if (BitConverter.SingleToInt32Bits(actual[i]) != BitConverter.SingleToInt32Bits(expected[i]) && !(float.IsNaN(actual[i]) && float.IsNaN(expected[i])))
                return new LawMeasure(Difference(actual[i], expected[i]), 0, string.Create(CultureInfo.InvariantCulture, $"{what}[{i}] is {actual[i]:R}, expected the same bits as {expected[i]:R}"));
        return LawMeasure.Exact;
    }

    /// <summary>Every number is finite.</summary>
    public static LawMeasure OfFinite(string what, ReadOnlySpan<float> values)
    {
        for (int i = 0; i < values.Length; i++)
            if (!float.IsFinite(values[i]))
                return LawMeasure.Broken(string.Create(CultureInfo.InvariantCulture, $"{what}[{i}] is {values[i]}, expected a finite number"));
        return LawMeasure.Exact;
    }

    private static double Difference(float actual, float expected) =>
        float.IsFinite(actual) && float.IsFinite(expected) ? Math.Max(Math.Abs(actual - (double)expected), float.Epsilon) : double.NaN;
}
