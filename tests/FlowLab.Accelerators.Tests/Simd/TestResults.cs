namespace FlowLab.Accelerators.Tests.Simd;

/// <summary>What a kernel left in its buffers.</summary>
internal sealed record TestResults(float[] Floats, double[] Doubles, long[] Integers)
{
    /// <summary>All bits are the same, but for those of NaN.</summary>
    internal void AssertIsSame(TestResults expected, string what)
    {
        for (var i = 0; i < Floats.Length; i++)
        {
            var isSame = BitConverter.SingleToInt32Bits(Floats[i]) == BitConverter.SingleToInt32Bits(expected.Floats[i])
                || (float.IsNaN(Floats[i]) && float.IsNaN(expected.Floats[i]));
            Assert.That(isSame, $"{what}: float {i} is {Floats[i]:R}, expected {expected.Floats[i]:R}");
        }

        for (var i = 0; i < Doubles.Length; i++)
        {
            var isSame = BitConverter.DoubleToInt64Bits(Doubles[i]) == BitConverter.DoubleToInt64Bits(expected.Doubles[i])
                || (double.IsNaN(Doubles[i]) && double.IsNaN(expected.Doubles[i]));
            Assert.That(isSame, $"{what}: double {i} is {Doubles[i]:R}, expected {expected.Doubles[i]:R}");
        }

        Assert.That(Integers, Is.EqualTo(expected.Integers), what);
    }
}
