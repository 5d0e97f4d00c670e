using System.Globalization;

namespace FlowLab.Benchmarks.Kernels;

/// <summary>Contenders that compute different things are not compared.</summary>
internal static class Agreement
{
    /// <summary>The distance of two results relative to the norm of the second is at most the tolerance.</summary>
    public static void Check(string what, ReadOnlySpan<float> own, ReadOnlySpan<float> expected, double tolerance)
    {
        (double distance, double norm) = (0, 0);
        for (int i = 0; i < expected.Length; i++)
        {
            distance += Square((double)own[i] - expected[i]);
            norm += Square(expected[i]);
        }
        Check(what, Math.Sqrt(distance / norm), tolerance);
    }

    /// <summary>A difference is at most the tolerance.</summary>
    public static void Check(string what, double difference, double tolerance)
    {
        if (!(difference <= tolerance))
            throw new DisagreementException(string.Create(CultureInfo.InvariantCulture, $"{what}: the contenders differ by {difference:g3}, more than {tolerance:g3}; no times are compared."));
    }

    private static double Square(double value) => value * value;
}
