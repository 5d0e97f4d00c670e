namespace FlowLab.Accelerators.Tests.Kernels.Addressing;

/// <summary>Elements of views by every kind of index, and parts of views.</summary>
[KernelFamily(Extents = [1, 7, 96])]
internal static class ViewKernels
{
    internal static void Copy(Index1D i, ArrayView<int> x, ArrayView<int> r) => r[i] = x[i];

    internal static void Offset(Index1D i, ArrayView<int> x, ArrayView<int> r) => r[i + 5] = x[i + 3] - x[i];

    internal static void Reversed(Index1D i, ArrayView<int> x, ArrayView<int> r) => r[95 - i] = x[200 - i];

    internal static void Strided(Index1D i, ArrayView<int> x, ArrayView<int> r) => r[i * 4] = x[i * 3];

    internal static void StridedByParameter(Index1D i, int n, ArrayView<int> x, ArrayView<int> r) => r[i * n] = x[(i * n) + 2];

    internal static void Gather(Index1D i, ArrayView<int> at, ArrayView<int> x, ArrayView<int> r) => r[i] = x[at[i]];

    internal static void Scatter(Index1D i, ArrayView<int> at, ArrayView<int> x, ArrayView<int> r) => r[at[i]] = x[i];

    internal static void GatherOfFloats(Index1D i, ArrayView<int> at, ArrayView<float> x, ArrayView<float> r) => r[i] = x[at[i]] + x[at[i + 1]];

    internal static void GatherOfBytes(Index1D i, ArrayView<int> at, ArrayView<byte> x, ArrayView<int> r) => r[i] = x[at[i]];

    internal static void ScatterOfShorts(Index1D i, ArrayView<int> at, ArrayView<short> x, ArrayView<short> r) => r[at[i]] = x[i];

    internal static void ScatterOfDoubles(Index1D i, ArrayView<int> at, ArrayView<double> x, ArrayView<double> r) => r[at[i]] = x[at[i]] + x[i];

    internal static void LongIndex(Index1D i, ArrayView<long> at, ArrayView<int> x, ArrayView<int> r) => r[at[i]] = x[i.X + 1L];

    internal static void UIntIndex(Index1D i, ArrayView<uint> at, ArrayView<int> x, ArrayView<int> r) => r[(int)at[i]] = x[i];

    internal static void ByteIndex(Index1D i, ArrayView<byte> x, ArrayView<int> y, ArrayView<int> r) => r[i] = y[(int)x[i]];

    internal static void Uniform(Index1D i, int n, ArrayView<float> x, ArrayView<float> r) => r[i] = x[n] * i;

    internal static void SameForAll(Index1D i, ArrayView<int> x, ArrayView<int> r) => r[i] = x[30] + x[31];

    internal static void Lengths(Index1D i, ArrayView<int> x, ArrayView<short> y, ArrayView<long> r) =>
        r[i] = x.Length + (y.LengthInBytes * 10) + (x.IntLength * 100L) + i;

    internal static void Validity(Index1D i, ArrayView<int> x, ArrayView<bool> r) => r[i] = x.IsValid && !default(ArrayView<int>).IsValid;

    internal static void FromTheEnd(Index1D i, ArrayView<int> x, ArrayView<int> r) => r[r.IntLength - 1 - i] = x[x.Length - 1 - i];

    internal static void SubView(Index1D i, ArrayView<int> x, ArrayView<int> r) => r.SubView(100, 300)[i] = x.SubView(7)[i];

    internal static void SubViewOfSubView(Index1D i, ArrayView<int> x, ArrayView<int> r)
    {
        var part = x.SubView(10, 1000).SubView(5, 500);
        r[i] = part[i] + (int)part.Length;
    }

    internal static void SubViewPerInstance(Index1D i, ArrayView<int> x, ArrayView<int> r)
    {
        var row = x.SubView(i * 8, 8);
        var sum = 0;
        for (var j = 0; j < row.Length; j++)
            sum += row[j] & 0xFF;
        r[i] = sum;
    }

    internal static void ChosenView(Index1D i, ArrayView<int> n, ArrayView<int> x, ArrayView<int> y, ArrayView<int> r)
    {
        var view = n[i] > 4 ? x : y;
        r[i] = view[i] + 1;
    }

    internal static void ViewInLoop(Index1D i, ArrayView<int> x, ArrayView<int> r)
    {
        var view = x;
        for (var j = 0; j < 5; j++)
        {
            r[i] += view[i] & 0xFFFF;
            view = view.SubView(1);
        }
    }

    internal static void CastToSmaller(Index1D i, ArrayView<int> x, ArrayView<int> r)
    {
        var bytes = x.Cast<byte>();
        r[i] = bytes[(i * 4) + 1] + (bytes[i] << 8) + (int)(bytes.Length >> 4);
    }

    internal static void CastToLarger(Index1D i, ArrayView<byte> x, ArrayView<long> r) => r[i] = x.Cast<long>()[i];

    internal static void CastToFloats(Index1D i, ArrayView<int> x, ArrayView<float> r) => r[i] = x.Cast<float>()[i];

    internal static void CastToStore(Index1D i, ArrayView<float> x, ArrayView<int> r) => r.Cast<float>()[i] = x[i] + 1f;

    internal static void CastToStructs(Index1D i, ArrayView<float> x, ArrayView<float> r)
    {
        var points = x.Cast<Point>();
        r[i] = points[i].X - points[i].Y;
    }

    internal static void RefToElement(Index1D i, ArrayView<int> x, ArrayView<int> r)
    {
        ref var element = ref r[i];
        element = x[i];
        element += 3;
        r[i] ^= element >> 2;
    }

    internal static void ChosenRef(Index1D i, ArrayView<int> n, ArrayView<int> x, ArrayView<int> r)
    {
        ref var target = ref n[i] > 4 ? ref r[i] : ref r[i + 100];
        target = x[i];
    }

    internal static void Aliased(Index1D i, ArrayView<int> x, ArrayView<int> r)
    {
        var same = r;
        same[i] = x[i];
        r[i] += 1;
        same[i] *= 2;
    }

    internal static void AliasedAsFloat(Index1D i, ArrayView<float> x, ArrayView<float> r)
    {
        r[i] = x[i];
        r.Cast<int>()[i] ^= 1 << 20;
        r[i] += 0.5f;
    }

    internal static void StoreTwice(Index1D i, ArrayView<int> x, ArrayView<int> r)
    {
        r[i] = x[i];
        r[i] = r[i] + 1;
        r[i + 200] = r[i];
        r[i] = 7;
    }

    internal static void ReadThenWriteNeighbor(Index1D i, ArrayView<int> x, ArrayView<int> r)
    {
        var before = x[i];
        x[i] = before + 1;
        r[i] = x[i] - before;
    }

    internal static void Bytes(Index1D i, ArrayView<byte> x, ArrayView<sbyte> y, ArrayView<int> r) => r[i] = (x[i] * 256) + y[i] + x[i + 1];

    internal static void Shorts(Index1D i, ArrayView<short> x, ArrayView<ushort> y, ArrayView<int> r) => r[i] = (x[i] * 3) + y[i + 1];

    internal static void Flags(Index1D i, ArrayView<bool> x, ArrayView<bool> r) => r[i] = x[i] ^ x[i + 1];

    internal static void Characters(Index1D i, ArrayView<char> x, ArrayView<char> r) => r[i] = (char)(x[i] + 1);

    internal static void Enums(Index1D i, ArrayView<DayOfWeek> n, ArrayView<DayOfWeek> r) => r[i] = n[i] == DayOfWeek.Friday ? DayOfWeek.Monday : n[i] + 1;

    internal static void WideStores(Index1D i, ArrayView<long> x, ArrayView<long> r) => r[(i * 2) + 1] = x[i] + i;

    internal static void Transposed(Index1D i, ArrayView<float> x, ArrayView<float> r)
    {
        for (var j = 0; j < 4; j++)
            r[(j * 128) + i] = x[(i * 4) + j];
    }

    internal static void OneDimensional(Index1D i, ArrayView1D<int, Stride1D.Dense> x, ArrayView1D<int, Stride1D.Dense> r) => r[i] = x[i + 1] + (int)x.Length;

    internal static void GeneralStride(Index1D i, ArrayView1D<int, Stride1D.General> x, ArrayView1D<int, Stride1D.General> r) => r[i] = x[i + 1] * 2;
}
