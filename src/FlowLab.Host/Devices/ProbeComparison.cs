namespace FlowLab.Host.Devices;

/// <summary>Compares what a device computed with what its C# means, element by element.</summary>
internal static class ProbeComparison
{
    /// <summary>Devices may round functions and contract sums differently; a wrong one is off by far more.</summary>
    private const float Tolerance = 1e-5f;

    /// <summary>The first integer that is not the same, or null.</summary>
    public static string? FaultOf(string what, int[] actual, Func<int, int> meaning) => FaultOf(what, actual, meaning, (found, expected) => found == expected);

    /// <summary>The first number that is not near, or null.</summary>
    public static string? FaultOf(string what, float[] actual, Func<int, float> meaning) => FaultOf(what, actual, meaning, IsNear);

    private static string? FaultOf<T>(string what, T[] actual, Func<int, T> meaning, Func<T, T, bool> agree)
        where T : notnull
    {
        for (int i = 0; i < actual.Length; i++)
            if (!agree(actual[i], meaning(i)))
                return DeviceFaults.ProbeFailed(what, i, meaning(i), actual[i]);
        return null;
    }

    /// <summary>False of a NaN.</summary>
    private static bool IsNear(float actual, float expected) => MathF.Abs(actual - expected) <= Tolerance * MathF.Max(1, MathF.Abs(expected));
}
