namespace FlowLab.Accelerators.Tests.Simd;

/// <summary>What test kernels read and write: inputs of all kinds of numbers, small indices, outputs, and some scalars.</summary>
internal readonly struct TestData(
    ArrayView<float> f, ArrayView<float> g, ArrayView<int> n, ArrayView<int> small, ArrayView<float> outF, ArrayView<int> outN,
    ArrayView<byte> bytes, WideData wide, int one, int zero, int three, float scale)
{
    public readonly ArrayView<float> F = f;
    public readonly ArrayView<float> G = g;
    public readonly ArrayView<int> N = n;

    /// <summary>Numbers from 0 to 12.</summary>
    public readonly ArrayView<int> Small = small;

    public readonly ArrayView<float> OutF = outF;
    public readonly ArrayView<int> OutN = outN;
    public readonly ArrayView<byte> Bytes = bytes;
    public readonly ArrayView<long> L = wide.L;
    public readonly ArrayView<double> D = wide.D;
    public readonly ArrayView<long> OutL = wide.OutL;
    public readonly ArrayView<double> OutD = wide.OutD;
    public readonly int One = one;
    public readonly int Zero = zero;
    public readonly int Three = three;
    public readonly float Scale = scale;
}

/// <summary>The views of 64-bit numbers.</summary>
internal readonly record struct WideData(ArrayView<long> L, ArrayView<double> D, ArrayView<long> OutL, ArrayView<double> OutD);

/// <summary>Buffers with the same contents each time.</summary>
internal sealed class TestBuffers : IDisposable
{
    private static readonly float[] Special =
    [
        0f, -0f, 1f, -1f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.Epsilon, float.MaxValue, 2147483648f, -2147483904f,
        4294967296f, 0.5f, -2.5f, 1e-39f, 16777216f,
    ];

    private static readonly double[] SpecialDoubles =
    [
        0, -0d, 1, -1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, double.MaxValue, 9223372036854775808d,
        -9223372036854777856d, 18446744073709551616d, 0.5, -2.5, 4294967295.75, -2147483649.5,
    ];

    private static readonly long[] SpecialLongs =
        [0, -1, 1, long.MinValue, long.MaxValue, 63, 64, 65, 1L << 32, -(1L << 31), 9007199254740993, 16777217, (1L << 62) + 1, uint.MaxValue];

    private static readonly int[] SpecialInts = [0, -1, 1, int.MinValue, int.MaxValue, 31, 32, 33, -31, 256, 65536, 1 << 24];

    private readonly MemoryBuffer1D<float, Stride1D.Dense> _f, _g, _outF;
    private readonly MemoryBuffer1D<int, Stride1D.Dense> _n, _small, _outN;
    private readonly MemoryBuffer1D<byte, Stride1D.Dense> _bytes;
    private readonly MemoryBuffer1D<long, Stride1D.Dense> _l, _outL;
    private readonly MemoryBuffer1D<double, Stride1D.Dense> _d, _outD;

    internal TestBuffers(Accelerator accelerator)
    {
        var random = new System.Random(7);
        var length = SimdComparison.Length;
        _f = accelerator.Allocate1D(Fill(length, i => i % 3 == 0 ? Special[i / 3 % Special.Length] : (random.NextSingle() - 0.5f) * 8));
        _g = accelerator.Allocate1D(Fill(length, i => i % 5 == 0 ? Special[i / 5 % Special.Length] : random.NextSingle() * 4));
        _n = accelerator.Allocate1D(Fill(length, i => i % 2 == 0 ? SpecialInts[i / 2 % SpecialInts.Length] : random.Next(int.MinValue, int.MaxValue)));
        _small = accelerator.Allocate1D(Fill(length, _ => random.Next(13)));
        _outF = accelerator.Allocate1D(Fill(length, i => (float)i));
        _outN = accelerator.Allocate1D(Fill(length, i => -i));
        _bytes = accelerator.Allocate1D(Fill(length, i => (byte)(i * 37)));
        _l = accelerator.Allocate1D(Fill(length, i => i % 2 == 0 ? SpecialLongs[i / 2 % SpecialLongs.Length] : random.NextInt64(long.MinValue, long.MaxValue)));
        _d = accelerator.Allocate1D(Fill(length, i => i % 3 == 0 ? SpecialDoubles[i / 3 % SpecialDoubles.Length] : (random.NextDouble() - 0.5) * 1e5));
        _outL = accelerator.Allocate1D(Fill(length, i => i * 3L));
        _outD = accelerator.Allocate1D(Fill(length, i => i * 0.5));
    }

    internal TestData Data => new(
        _f.View, _g.View, _n.View, _small.View, _outF.View, _outN.View, _bytes.View,
        new(_l.View, _d.View, _outL.View, _outD.View), 1, 0, 3, 1.5f);

    internal TestResults Results() => new(
        [.. _outF.GetAsArray1D(), .. _f.GetAsArray1D()],
        [.. _outD.GetAsArray1D()],
        [.. _outN.GetAsArray1D(), .. _n.GetAsArray1D(), .. _bytes.GetAsArray1D(), .. _outL.GetAsArray1D(), .. _l.GetAsArray1D()]);

    public void Dispose()
    {
        foreach (var buffer in new MemoryBuffer[] { _f, _g, _n, _small, _outF, _outN, _bytes, _l, _d, _outL, _outD })
            buffer.Dispose();
    }

    private static T[] Fill<T>(int length, Func<int, T> value) => [.. Enumerable.Range(0, length).Select(value)];
}
