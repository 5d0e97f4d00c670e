namespace FlowLab.Benchmarks.Kernels;

/// <summary>The same random numbers in every run.</summary>
internal static class RandomData
{
    /// <summary>Numbers within [-scale, scale).</summary>
    public static float[] Uniform(int length, int seed, float scale = 1f)
    {
        System.Random random = new(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++)
            values[i] = scale * (2f * random.NextSingle() - 1f);
        return values;
    }
}
