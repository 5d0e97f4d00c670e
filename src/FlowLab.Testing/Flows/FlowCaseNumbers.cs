namespace FlowLab.Testing.Flows;

/// <summary>Rounder numbers for a case whose numbers are spelled out.</summary>
internal static class FlowCaseNumbers
{
    private const int MostNumbers = 24;

    /// <summary>The case with all or one of its numbers rounded, to 0 first.</summary>
    public static IEnumerable<FlowCase> Simpler(FlowCase situation)
    {
        float[] parameters = [.. situation.Parameters!];
        float[] points = [.. situation.Points!];
        foreach (Func<float, float> round in new Func<float, float>[] { _ => 0, MathF.Round, value => MathF.Round(value, 1) })
        {
            foreach (float[] rounder in Rounder(parameters, round))
                yield return situation with { Parameters = rounder };
            foreach (float[] rounder in Rounder(points, round))
                yield return situation with { Points = rounder };
        }
    }

    /// <summary>Only steps towards rounder numbers, so that simplifying ends.</summary>
    private static IEnumerable<float[]> Rounder(float[] values, Func<float, float> round)
    {
        float[] all = [.. values.Select(round)];
        if (!all.AsSpan().SequenceEqual(values))
            yield return all;
        for (int i = 0; i < Math.Min(values.Length, MostNumbers); i++)
        {
            float[] one = [.. values];
            one[i] = all[i];
            if (one[i] != values[i] && Digits(one[i]) < Digits(values[i]))
                yield return one;
        }
    }

    private static int Digits(float value) => value == 0 ? 0 : value == MathF.Round(value) ? 1 : value == MathF.Round(value, 1) ? 2 : 3;
}
