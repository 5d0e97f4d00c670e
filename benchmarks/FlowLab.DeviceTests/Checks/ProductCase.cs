using FlowLab.Engine.LinearAlgebra;
using FlowLab.LinearAlgebra;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.DeviceTests.Checks;

/// <summary>One product of random numbers for two seeds, and what it must give.</summary>
internal sealed record ProductCase(int Rows, int Depth, int Columns, bool TransposesLeft, bool TransposesRight, BiasAxis Bias, float Beta)
{
    private const int Seeds = 2;

    /// <summary>2^-24: the largest relative error of one float32 operation.</summary>
    private const double UnitRoundoff = 1.0 / (1 << 24);

    /// <summary>Operations after the sum.</summary>
    private const int Afterwards = 8;

    private int BiasLength => Bias == BiasAxis.Rows ? Rows : Columns;

    /// <summary>Says which element is wrong, or null.</summary>
    internal string? Check(Accelerator accelerator, Func<Accelerator, MatrixMultiply> productsOf)
    {
        var (left, right, target, bias) = (Numbers(1, Rows * Depth), Numbers(2, Depth * Columns), Numbers(3, Rows * Columns), Numbers(4, BiasLength));
        var actual = Run(accelerator, productsOf, left, right, target, bias);
        for (var at = 0; at < actual.Length; at++)
        {
            var (value, magnitude) = Expected(left, right, target, bias, at);
            if (!(Math.Abs(actual[at] - value) <= (Depth + Afterwards) * UnitRoundoff * magnitude))
                return $"element {at} is {actual[at]:R}, expected {value:R}";
        }

        return null;
    }

    private static float[] Numbers(int which, int count)
    {
        var random = new System.Random(which);
        return [.. Enumerable.Range(0, Seeds * count).Select(_ => (random.NextSingle() * 2) - 1)];
    }

    private float[] Run(Accelerator accelerator, Func<Accelerator, MatrixMultiply> productsOf, float[] left, float[] right, float[] target, float[] bias)
    {
        using var products = productsOf(accelerator);
        using var leftBuffer = Upload(accelerator, left);
        using var rightBuffer = Upload(accelerator, right);
        using var targetBuffer = accelerator.Allocate1D(target);
        using var biasBuffer = accelerator.Allocate1D(bias);
        var output = new MatrixOutput(MatrixView.PerSeed(targetBuffer.View, Rows, Columns)) { Beta = Beta, Bias = new(biasBuffer.View, BiasLength, Bias) };
        products.Multiply(
            accelerator.DefaultStream,
            Seeds,
            TransposesLeft ? MatrixView.PerSeed(leftBuffer.View, Depth, Rows).Transpose() : MatrixView.PerSeed(leftBuffer.View, Rows, Depth),
            TransposesRight ? MatrixView.PerSeed(rightBuffer.View, Columns, Depth).Transpose() : MatrixView.PerSeed(rightBuffer.View, Depth, Columns),
            output);
        return targetBuffer.GetAsArray1D();
    }

    /// <summary>There are no empty buffers.</summary>
    private static MemoryBuffer1D<float, Stride1D.Dense> Upload(Accelerator accelerator, float[] values) => accelerator.Allocate1D(values.Length == 0 ? [0f] : values);

    private (double Value, double Magnitude) Expected(float[] left, float[] right, float[] target, float[] bias, int at)
    {
        var (seed, row, column) = (at / (Rows * Columns), at / Columns % Rows, at % Columns);
        var parts = Enumerable.Range(0, Depth).Select(i => LeftOf(left, seed, row, i) * RightOf(right, seed, i, column)).Append(Beta * (double)target[at]);
        if (Bias != BiasAxis.None)
            parts = parts.Append(bias[(seed * BiasLength) + (Bias == BiasAxis.Rows ? row : column)]);
        return parts.Aggregate((Value: 0.0, Magnitude: 0.0), (sum, part) => (sum.Value + part, sum.Magnitude + Math.Abs(part)));
    }

    private double LeftOf(float[] values, int seed, int row, int i) => values[(seed * Rows * Depth) + (TransposesLeft ? (i * Rows) + row : (row * Depth) + i)];

    private double RightOf(float[] values, int seed, int i, int column) =>
        values[(seed * Depth * Columns) + (TransposesRight ? (column * Depth) + i : (i * Columns) + column)];
}
