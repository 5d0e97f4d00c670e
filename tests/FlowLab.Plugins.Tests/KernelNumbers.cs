namespace FlowLab.Plugins.Tests;

/// <summary>What kernels left in buffers, compared.</summary>
internal static class KernelNumbers
{
    /// <summary>Integers are equal; floats differ by at most <paramref name="tolerance"/> of the greatest finite one of their buffer, and NaN and infinities stand where they stood.</summary>
    internal static void AssertClose(IReadOnlyList<Array> actual, IReadOnlyList<Array> expected, double tolerance)
    {
        Assert.That(actual, Has.Count.EqualTo(expected.Count));
        for (int buffer = 0; buffer < actual.Count; buffer++)
        {
            if (expected[buffer] is float[] floats)
                AssertClose((float[])actual[buffer], floats, tolerance, buffer);
            else
                Assert.That(actual[buffer], Is.EqualTo(expected[buffer]), $"buffer {buffer}");
        }
    }

    private static void AssertClose(float[] actual, float[] expected, double tolerance, int buffer)
    {
        double allowed = tolerance * Math.Max(1, expected.Where(float.IsFinite).Select(number => Math.Abs((double)number)).DefaultIfEmpty().Max());
        for (int i = 0; i < expected.Length; i++)
        {
            bool isSame = actual[i].Equals(expected[i]) || Math.Abs((double)actual[i] - expected[i]) <= allowed;
            if (!isSame)
                Assert.Fail($"buffer {buffer}, element {i}: expected {expected[i]:R}, actual {actual[i]:R}, allowed difference {allowed:E1}");
        }
    }
}
