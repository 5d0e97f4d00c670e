using FlowLab.LinearAlgebra;

namespace FlowLab.Engine.Tests.LinearAlgebra;

/// <summary>The bits of a result depend on the factors and the depth, on nothing else.</summary>
public sealed class MatrixMultiplyBitsTests
{
    private static readonly GemmCase[] Cases =
    [
        new(100, 784, 200) { Seeds = 3, Bias = BiasAxis.Columns },
        new(400, 100, 333) { Seeds = 2, TransposeLeft = true, Beta = 1f },
        new(100, 2500, 40) { Seeds = 3, TransposeRight = true, Alpha = 0.3f },
        new(6, 70, 9) { Seeds = 5, Bias = BiasAxis.Rows, ShareLeft = true },
    ];

    [TestCaseSource(nameof(Cases))]
    public void Any_number_of_threads_gives_the_same_bits(object product)
    {
        GemmCase own = (GemmCase)product;
        byte[] expected = Bits(own, threads: 1);
        foreach (int threads in new[] { 2, 3, 8 })
            Assert.That(Bits(own, threads), Is.EqualTo(expected), $"{threads} threads");
    }

    [TestCaseSource(nameof(Cases))]
    public void Any_width_of_vectors_gives_the_same_bits(object product)
    {
        byte[] expected = Bits((GemmCase)product, bits: 512);
        foreach (int bits in new[] { 256, 128 })
            Assert.That(Bits((GemmCase)product, bits: bits), Is.EqualTo(expected), $"{bits} bits");
    }

    [TestCaseSource(nameof(Cases))]
    public void Packed_factors_give_the_same_bits(object product)
    {
        byte[] expected = Bits((GemmCase)product);
        foreach (MatrixSide side in Enum.GetValues<MatrixSide>())
            Assert.That(Bits((GemmCase)product with { Packed = side }), Is.EqualTo(expected), $"{side} side");
    }

    [TestCaseSource(nameof(Cases))]
    public void A_seed_alone_gives_the_same_bits_as_among_others(object product)
    {
        using GemmFixture fixture = GemmFixture.OnCpu();
        GemmCase all = (GemmCase)product;
        float[] together = all.Run(fixture);
        int length = all.Rows * all.Columns;
        for (int seed = 0; seed < all.Seeds; seed++)
            Assert.That(all.RunAlone(fixture, seed), Is.EqualTo(together[(seed * length)..((seed + 1) * length)]), $"seed {seed}");
    }

    private static byte[] Bits(GemmCase product, int threads = 2, int bits = 0)
    {
        using GemmFixture fixture = GemmFixture.OnCpu(bits, threads);
        return System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(product.Run(fixture)).ToArray();
    }
}
