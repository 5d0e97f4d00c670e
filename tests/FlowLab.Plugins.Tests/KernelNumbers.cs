namespace FlowLab.Plugins.Tests;

/// <summary>What kernels left in buffers, compared.</summary>
internal static class KernelNumbers
{
    /// <summary>
    /// The first difference, or null: integers are equal; floats differ by at most <paramref name="tolerance"/> of the greatest finite one of
    /// their buffer, and NaN and infinities stand where they stood.
    /// </summary>
    internal static string? DifferenceOf(IReadOnlyList<Array> actual, IReadOnlyList<Array> expected, double tolerance) => actual.Count == expected.Count
        ? Enumerable.Range(0, actual.Count).Select(buffer => DifferenceOf(actual[buffer], expected[buffer], tolerance, buffer)).FirstOrDefault(text => text is not null)
        : $"there are {actual.Count} buffers, expected {expected.Count}";

    private static string? DifferenceOf(Array actual, Array expected, double tolerance, int buffer)
    {
        double allowed = expected is float[] floats ? tolerance * Math.Max(1, LargestOf(floats)) : 0;
        for (int i = 0; i < expected.Length; i++)
        {
            if (!IsSame(actual.GetValue(i)!, expected.GetValue(i)!, allowed))
                return $"buffer {buffer}, element {i}: expected {expected.GetValue(i)}, actual {actual.GetValue(i)}, allowed difference {allowed:E1}";
        }
        return null;
    }

    private static double LargestOf(float[] floats) => floats.Where(float.IsFinite).Select(number => Math.Abs((double)number)).DefaultIfEmpty().Max();

    private static bool IsSame(object actual, object expected, double allowed) =>
        actual.Equals(expected) || (actual is float a && expected is float b && Math.Abs((double)a - b) <= allowed);
}
