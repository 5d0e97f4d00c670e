using FlowLab.LinearAlgebra;
using FsCheck;
using FsCheck.Fluent;

namespace FlowLab.Engine.Tests.LinearAlgebra;

/// <summary>Random products of every kind against float64 sums.</summary>
public sealed class MatrixMultiplyProperties
{
    [FsCheck.NUnit.Property(MaxTest = 300, Arbitrary = [typeof(MatrixMultiplyProperties)])]
    public void Any_product_is_right(RandomProduct product)
    {
        using GemmFixture fixture = GemmFixture.OnCpu(product.Bits, product.Threads);
        product.Case.Verify(fixture);
    }

    public static Arbitrary<RandomProduct> Products() => Gen.Choose(0, int.MaxValue - 1).Select(seed => new RandomProduct(seed)).ToArbitrary();

    /// <summary>A product that a number stands for.</summary>
    public sealed class RandomProduct
    {
        internal RandomProduct(int seed)
        {
            System.Random random = new(seed);
            Bits = 128 << random.Next(3);
            Threads = 1 + random.Next(4);
            Case = new GemmCase(Size(random), random.Next(4) == 0 ? random.Next(2200) : Size(random), Size(random))
            {
                Seeds = 1 + random.Next(3),
                TransposeLeft = Coin(random),
                TransposeRight = Coin(random),
                TransposeTarget = Coin(random),
                ShareLeft = Coin(random),
                ShareRight = Coin(random),
                ShareBias = Coin(random),
                Alpha = Coin(random) ? 1f : -0.7f,
                Beta = Coin(random) ? 0f : 1.5f,
                Bias = (BiasAxis)random.Next(3),
                Packed = random.Next(3) == 0 ? (MatrixSide)random.Next(2) : null,
                Gap = random.Next(3),
                Offset = random.Next(3),
                RandomSeed = seed,
            };
        }

        internal GemmCase Case { get; }

        internal int Bits { get; }

        internal int Threads { get; }

        public override string ToString() => $"{Case}, {Bits} bits, {Threads} threads";

        private static bool Coin(System.Random random) => random.Next(2) == 0;

        private static int Size(System.Random random) => random.Next(random.Next(3) == 0 ? 120 : 40);
    }
}
