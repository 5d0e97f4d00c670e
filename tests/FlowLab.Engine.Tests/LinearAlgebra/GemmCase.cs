using FlowLab.LinearAlgebra;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Tests.LinearAlgebra;

/// <summary>One product with random numbers, and what it must give.</summary>
internal sealed record GemmCase(int Rows, int Depth, int Columns)
{
    /// <summary>2^-24: the largest relative error of one float32 operation.</summary>
    private const double UnitRoundoff = 1.0 / (1 << 24);

    /// <summary>Operations after the sum: alpha, beta, two biases, the blocks of a long sum.</summary>
    private const int Afterwards = 8;

    private TestMatrix? _left;
    private TestMatrix? _right;
    private TestMatrix? _target;
    private TestMatrix? _bias;

    public int Seeds { get; init; } = 1;

    public bool TransposeLeft { get; init; }

    public bool TransposeRight { get; init; }

    public bool TransposeTarget { get; init; }

    public bool ShareLeft { get; init; }

    public bool ShareRight { get; init; }

    public bool ShareBias { get; init; }

    public float Alpha { get; init; } = 1f;

    public float Beta { get; init; }

    public BiasAxis Bias { get; init; }

    /// <summary>The factor that is packed beforehand.</summary>
    public MatrixSide? Packed { get; init; }

    /// <summary>Elements between rows and between seeds.</summary>
    public int Gap { get; init; }

    /// <summary>Elements before the first.</summary>
    public int Offset { get; init; }

    public int RandomSeed { get; init; } = 1;

    internal TestMatrix Left => _left ?? throw new InvalidOperationException("The case has not run.");

    internal TestMatrix Right => _right ?? throw new InvalidOperationException("The case has not run.");

    /// <summary>Fills the target, before the product.</summary>
    internal void Fill(float value) => Array.Fill(_target!.Values, value);

    /// <summary>Runs the product and returns the memory of the target.</summary>
    internal float[] Run(GemmFixture fixture, Action<GemmCase>? change = null)
    {
        Draw();
        change?.Invoke(this);
        Accelerator accelerator = fixture.Accelerator;
        using var left = BufferOf(accelerator, _left!.Values);
        using var right = BufferOf(accelerator, _right!.Values);
        using var target = BufferOf(accelerator, _target!.Values);
        using var bias = BufferOf(accelerator, _bias!.Values);
        MatrixView biasView = _bias.ViewOf(bias);
        MatrixOutput output = new(_target.ViewOf(target)) { Alpha = Alpha, Beta = Beta, Bias = new(biasView.Values, biasView.SeedStride, Bias) };
        Multiply(fixture, _left.ViewOf(left), _right.ViewOf(right), output);
        accelerator.Synchronize();
        return target.GetAsArray1D()[.._target.Values.Length];
    }

    /// <summary>Runs the product for one of the seeds only, with the same numbers, and returns its part of the target.</summary>
    internal float[] RunAlone(GemmFixture fixture, int seed)
    {
        Draw();
        Accelerator accelerator = fixture.Accelerator;
        using var left = BufferOf(accelerator, _left!.Values);
        using var right = BufferOf(accelerator, _right!.Values);
        using var target = BufferOf(accelerator, _target!.Values);
        using var bias = BufferOf(accelerator, _bias!.Values);
        MatrixView biasView = Only(_bias.ViewOf(bias), seed);
        MatrixOutput output = new(Only(_target.ViewOf(target), seed)) { Alpha = Alpha, Beta = Beta, Bias = new(biasView.Values, 0, Bias) };
        fixture.Products.Multiply(accelerator.DefaultStream, 1, Only(_left.ViewOf(left), seed), Only(_right.ViewOf(right), seed), output);
        accelerator.Synchronize();
        return target.GetAsArray1D()[(seed * Rows * Columns)..((seed + 1) * Rows * Columns)];
    }

    /// <summary>A device holds at least one element: there are no buffers of none.</summary>
    private static MemoryBuffer1D<float, Stride1D.Dense> BufferOf(Accelerator accelerator, float[] values) =>
        accelerator.Allocate1D(values.Length == 0 ? [float.NaN] : values);

    /// <summary>Runs the product and compares it with a float64 sum: within (depth + 8) 2^-24 times the sum of absolute values.</summary>
    internal void Verify(GemmFixture fixture)
    {
        float[] actual = Run(fixture);
        float[] expected = [.. _target!.Values];
        for (int i = 0; i < Seeds * Rows * Columns; i++)
        {
            (int seed, int row, int column) = (i / (Rows * Columns), i / Columns % Rows, i % Columns);
            (double value, double magnitude) = Reference(seed, row, column);
            int at = _target.At(seed, row, column);
            double bound = (Depth + Afterwards) * UnitRoundoff * magnitude;
            if (!(Math.Abs(actual[at] - value) <= bound))
                Assert.Fail($"{this}: element ({row}, {column}) of seed {seed} is {actual[at]:r}, expected {value:r} within {bound:g3}");
            expected[at] = actual[at];
        }

        Assert.That(actual, Is.EqualTo(expected), $"{this}: gaps were written");
    }

    private void Multiply(GemmFixture fixture, MatrixView left, MatrixView right, MatrixOutput output)
    {
        AcceleratorStream stream = fixture.Accelerator.DefaultStream;
        if (Packed is not { } side)
        {
            fixture.Products.Multiply(stream, Seeds, left, right, output);
            return;
        }

        using IPackedMatrix packed = fixture.Products.Pack(stream, Seeds, side == MatrixSide.Left ? left : right, side);
        if (side == MatrixSide.Left)
            fixture.Products.Multiply(stream, Seeds, packed, right, output);
        else
            fixture.Products.Multiply(stream, Seeds, left, packed, output);
    }

    private static MatrixView Only(MatrixView matrix, int seed)
    {
        long first = seed * matrix.SeedStride;
        return matrix with { Values = matrix.Values.SubView(first, matrix.Values.Length - first), SeedStride = 0 };
    }

    private void Draw()
    {
        System.Random random = new(RandomSeed);
        _left = new(random, Seeds, Rows, Depth, TransposeLeft, ShareLeft, Gap, Offset);
        _right = new(random, Seeds, Depth, Columns, TransposeRight, ShareRight, Gap, Offset);
        _target = new(random, Seeds, Rows, Columns, TransposeTarget, isShared: false, Gap, Offset);
        _bias = new(random, Seeds, 1, Bias == BiasAxis.Rows ? Rows : Columns, isTransposed: false, ShareBias, Gap, Offset);
        if (Beta == 0f)
            Array.Fill(_target.Values, float.NaN);
    }

    private (double Value, double Magnitude) Reference(int seed, int row, int column)
    {
        (double sum, double magnitude) = (0, 0);
        for (int d = 0; d < Depth; d++)
        {
            double product = _left![seed, row, d] * _right![seed, d, column];
            sum += product;
            magnitude += Math.Abs(product);
        }

        double before = Beta == 0f ? 0 : Beta * _target![seed, row, column];
        double bias = Bias switch { BiasAxis.Columns => _bias![seed, 0, column], BiasAxis.Rows => _bias![seed, 0, row], _ => 0 };
        return ((Alpha * sum) + before + bias, (Math.Abs(Alpha) * magnitude) + Math.Abs(before) + Math.Abs(bias));
    }
}
