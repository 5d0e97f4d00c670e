using ILGPU.Runtime;

namespace ILGPU.Tests.Simd;

/// <summary>What test kernels read and write: inputs of all kinds of numbers, small indices, outputs, and some scalars.</summary>
internal readonly struct TestData(
    ArrayView<float> f, ArrayView<float> g, ArrayView<int> n, ArrayView<int> small, ArrayView<float> outF, ArrayView<int> outN,
    ArrayView<byte> bytes, int one, int zero, int three, float scale)
{
    public readonly ArrayView<float> F = f;
    public readonly ArrayView<float> G = g;
    public readonly ArrayView<int> N = n;

    /// <summary>Numbers from 0 to 12.</summary>
    public readonly ArrayView<int> Small = small;

    public readonly ArrayView<float> OutF = outF;
    public readonly ArrayView<int> OutN = outN;
    public readonly ArrayView<byte> Bytes = bytes;
    public readonly int One = one;
    public readonly int Zero = zero;
    public readonly int Three = three;
    public readonly float Scale = scale;
}

/// <summary>Buffers with the same contents each time.</summary>
internal sealed class TestBuffers : IDisposable
{
    private static readonly float[] Special =
    [
        0f, -0f, 1f, -1f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.Epsilon, float.MaxValue, 2147483648f, -2147483904f,
        4294967296f, 0.5f, -2.5f, 1e-39f, 16777216f,
    ];

    private static readonly int[] SpecialInts = [0, -1, 1, int.MinValue, int.MaxValue, 31, 32, 33, -31, 256, 65536, 1 << 24];

    private readonly MemoryBuffer1D<float, Stride1D.Dense> _f, _g, _outF;
    private readonly MemoryBuffer1D<int, Stride1D.Dense> _n, _small, _outN;
    private readonly MemoryBuffer1D<byte, Stride1D.Dense> _bytes;

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
    }

    internal TestData Data => new(
        _f.View, _g.View, _n.View, _small.View, _outF.View, _outN.View, _bytes.View, 1, 0, 3, 1.5f);

    internal (float[] Floats, int[] Ints, byte[] Bytes) Results() =>
        ([.. _outF.GetAsArray1D(), .. _f.GetAsArray1D()], [.. _outN.GetAsArray1D(), .. _n.GetAsArray1D()], _bytes.GetAsArray1D());

    public void Dispose()
    {
        foreach (var buffer in new MemoryBuffer[] { _f, _g, _n, _small, _outF, _outN, _bytes })
            buffer.Dispose();
    }

    private static T[] Fill<T>(int length, Func<int, T> value) => [.. Enumerable.Range(0, length).Select(value)];
}
