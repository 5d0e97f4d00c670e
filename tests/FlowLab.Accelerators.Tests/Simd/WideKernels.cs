using FlowLab.Accelerators.Maths;
using ILGPU.Algorithms;

namespace FlowLab.Accelerators.Tests.Simd;

/// <summary>Numbers of 64 bits that differ between lanes, and addresses that are no base and index.</summary>
internal static class WideKernels
{
    internal static void DoublesOfFloats(Index1D i, TestData d) => d.OutF[i] = (float)(d.F[i] * 1.0000001);

    internal static void LongsOfInts(Index1D i, TestData d) => d.OutF[i] = d.N[i] * 3L;

    internal static void AddLongs(Index1D i, TestData d) => d.OutL[i] = d.L[i] + (d.L[i + 1] * 3) - d.Three;

    internal static void ArithmeticOfDoubles(Index1D i, TestData d) => d.OutD[i] = (d.D[i] * d.D[i + 1]) - (d.D[i] / d.D[i + 2]) + d.Scale;

    internal static void RemainderOfDoubles(Index1D i, TestData d) => d.OutD[i] = d.D[i] % d.D[i + 1];

    internal static void NegateBoth(Index1D i, TestData d)
    {
        d.OutL[i] = -d.L[i];
        d.OutD[i] = -d.D[i];
    }

    internal static void BitwiseOfLongs(Index1D i, TestData d) => d.OutL[i] = (d.L[i] & d.L[i + 1]) ^ (d.L[i] | ~d.L[i + 2]) ^ 0x123456789ABCDEFL;

    internal static void ShiftLongs(Index1D i, TestData d) => d.OutL[i] = (d.L[i] << 5) ^ (d.L[i] >> 7) ^ (long)((ulong)d.L[i] >> 41) ^ (d.L[i] << d.Three);

    internal static void ShiftLongsByLane(Index1D i, TestData d) =>
        d.OutL[i] = (d.L[i] << d.N[i]) ^ (d.L[i] >> d.N[i + 1]) ^ (long)((ulong)d.L[i] >> d.N[i + 2]);

    internal static void DivideLongs(Index1D i, TestData d) => d.OutL[i] = (d.L[i] / (d.Small[i] + 1L)) + (d.L[i] % (d.Small[i] + 3L));

    internal static void DivideUnsignedLongs(Index1D i, TestData d) =>
        d.OutL[i] = (long)(((ulong)d.L[i] / (ulong)(d.Small[i] + 1)) + ((ulong)d.L[i] % (ulong)(d.Small[i] + 3)));

    internal static void DivideGuardedLongs(Index1D i, TestData d)
    {
        if (d.L[i] != 0 && d.L[i] != -1)
            d.OutL[i] = long.MinValue / d.L[i];
    }

    internal static void CompareLongs(Index1D i, TestData d)
    {
        long a = d.L[i], b = d.L[i + 3];
        int bits = 0;
        bits |= a < b ? 1 : 0;
        bits |= a <= b ? 2 : 0;
        bits |= a > b ? 4 : 0;
        bits |= a >= b ? 8 : 0;
        bits |= a == b ? 16 : 0;
        bits |= a != b ? 32 : 0;
        bits |= (ulong)a < (ulong)b ? 64 : 0;
        bits |= (ulong)a <= (ulong)b ? 128 : 0;
        bits |= (ulong)a > (ulong)b ? 256 : 0;
        bits |= (ulong)a >= (ulong)b ? 512 : 0;
        d.OutN[i] = bits;
    }

    internal static void CompareDoubles(Index1D i, TestData d)
    {
        double a = d.D[i], b = d.D[i + 3];
        int bits = 0;
        bits |= a < b ? 1 : 0;
        bits |= a <= b ? 2 : 0;
        bits |= a > b ? 4 : 0;
        bits |= a >= b ? 8 : 0;
        bits |= a == b ? 16 : 0;
        bits |= a != b ? 32 : 0;
        bits |= !(a < b) ? 64 : 0;
        bits |= !(a <= b) ? 128 : 0;
        bits |= !(a > b) ? 256 : 0;
        bits |= !(a >= b) ? 512 : 0;
        d.OutN[i] = bits;
    }

    internal static void LongToFloats(Index1D i, TestData d)
    {
        d.OutF[i] = d.L[i];
        d.OutD[i] = d.L[i];
    }

    internal static void UnsignedLongToFloats(Index1D i, TestData d)
    {
        d.OutF[i] = (ulong)d.L[i];
        d.OutD[i] = (ulong)d.L[i];
    }

    internal static void IntToDouble(Index1D i, TestData d) => d.OutD[i] = d.N[i] + (double)(uint)d.N[i + 1];

    internal static void DoubleToLong(Index1D i, TestData d) => d.OutL[i] = (long)(d.D[i] * 1e12) ^ (long)(ulong)d.D[i + 1];

    internal static void DoubleToInt(Index1D i, TestData d) => d.OutN[i] = (int)d.D[i] ^ (int)(uint)d.D[i + 1];

    internal static void FloatToLong(Index1D i, TestData d) => d.OutL[i] = (long)(d.F[i] * 1e15f) ^ (long)(ulong)(d.G[i] * 1e15f);

    internal static void DoubleToFloat(Index1D i, TestData d) => d.OutF[i] = (float)d.D[i];

    internal static void FloatToDouble(Index1D i, TestData d) => d.OutD[i] = d.F[i];

    internal static void Extensions(Index1D i, TestData d) =>
        d.OutL[i] = d.N[i] + (long)(uint)d.N[i + 1] + ((long)(sbyte)d.Bytes[i] << 40) + ((long)d.Bytes[i + 1] << 20) + (short)d.N[i] + (ushort)d.N[i + 1];

    internal static void Truncations(Index1D i, TestData d) => d.OutN[i] = (int)d.L[i] ^ (sbyte)d.L[i + 1] ^ ((ushort)d.L[i + 2] << 8) ^ (int)(d.L[i] >> 32);

    internal static void LowHalves(Index1D i, TestData d) => d.OutN[i] = (int)(((d.N[i] * (long)d.N[i + 1]) + d.L[i]) ^ ~(long)d.N[i + 2]);

    internal static void BitsOfDoubles(Index1D i, TestData d)
    {
        d.OutL[i] = (long)Interop.FloatAsInt(d.D[i]) + 1;
        d.OutD[i] = Interop.IntAsFloat((ulong)(d.L[i] & 0x7FEFFFFFFFFFFFFF));
    }

    internal static void Functions(Index1D i, TestData d) =>
        d.OutD[i] = Math.Exp(d.D[i] * 1e-5) + Math.Sqrt(d.D[i + 1]) + Math.Pow(Math.Abs(d.D[i]), 0.3) + Math.Min(d.D[i], d.D[i + 1])
            + Math.Floor(d.D[i + 2]) + Math.FusedMultiplyAdd(d.D[i], d.D[i + 1], d.D[i + 2]);

    internal static void FunctionsThatVectorsHave(Index1D i, TestData d) =>
        d.OutD[i] = Math.Max(d.D[i], d.D[i + 1]) - Math.CopySign(Math.Truncate(d.D[i + 2]), d.D[i]) + XMath.Min(d.D[i], d.Scale);

    internal static void BitsOfLongs(Index1D i, TestData d) =>
        d.OutN[i] = XMath.PopCount(d.L[i]) + (XMath.LeadingZeroCount((ulong)d.L[i]) << 8) + (XMath.TrailingZeroCount(d.L[i]) << 16);

    internal static void Selects(Index1D i, TestData d)
    {
        d.OutL[i] = d.F[i] > 0 ? d.L[i] : d.Three;
        d.OutD[i] = d.N[i] > 0 ? d.D[i] : d.F[i];
    }

    internal static void IndexAsLong(Index1D i, TestData d) => d.OutL[i] = (i.X * 1000003L) + (long)(i.X * 500000000);

    internal static void WrappedIndex(Index1D i, TestData d)
    {
        long index = i.X * 0x10000000;
        d.OutL[i] = index;
        d.OutD[i] = index;
    }

    internal static void LongIndex(Index1D i, TestData d)
    {
        long x = i.X;
        d.OutL[x] = d.L[x] + x;
        d.OutF[x] = d.F[x * 3];
        d.OutD[x] = x * 0.5;
    }

    internal static void Gathers(Index1D i, TestData d)
    {
        d.OutL[i] = d.L[d.Small[i] * 7];
        d.OutD[i] = d.D[d.Small[i] + i];
    }

    internal static void GathersByLong(Index1D i, TestData d)
    {
        long at = (d.L[i] & 63) + d.Small[i];
        d.OutF[i] = d.F[at];
        d.OutN[i] = d.N[at] + d.Bytes[at];
        d.OutL[i] = d.L[at];
    }

    internal static void ScattersByLong(Index1D i, TestData d)
    {
        long at = (i.X * 7L % 59) + (d.L[i] & 0);
        d.OutF[at] = d.F[i];
        d.OutN[at] = d.N[i];
        d.OutL[at] = d.L[i];
        d.OutD[at] = d.D[i];
        d.Bytes[at] = (byte)i.X;
    }

    internal static void MaskedWide(Index1D i, TestData d)
    {
        if (d.Small[i] <= 4)
            return;
        d.OutL[i] = d.L[i] * d.Small[i];
        d.OutD[i * 2] = d.D[d.Small[i] - 5];
    }

    internal static void LastWideStays(Index1D i, TestData d)
    {
        d.OutL[3] = d.L[i];
        if (d.Small[i] > 4)
            d.OutD[5] = d.D[i];
    }

    internal static void SumsInLoop(Index1D i, TestData d)
    {
        long sum = 0;
        double product = 1;
        for (int k = 0; k < d.Small[i]; k++)
        {
            sum += d.L[i + k];
            product *= d.F[i + k];
        }
        d.OutL[i] = sum;
        d.OutD[i] = product;
    }

    internal static void LeavingWide(Index1D i, TestData d)
    {
        long last = -1;
        double x = d.Scale;
        long uniform = 0;
        for (int k = 0; k < d.Small[i]; k++)
        {
            last = d.L[k] * d.Three;
            x = d.D[k];
            uniform += 0x100000000;
        }
        d.OutL[i] = last + uniform;
        d.OutD[i] = x;
    }

    internal static void LongCounter(Index1D i, TestData d)
    {
        float sum = 0;
        for (long k = d.Small[i]; k < 20; k += d.Small[i + 1] + 1)
            sum += d.F[k];
        d.OutF[i] = sum;
    }

    internal static void ChosenView(Index1D i, TestData d)
    {
        ArrayView<float> source = d.N[i] > 0 ? d.F : d.G;
        d.OutF[i] = source[d.Small[i]];
    }

    internal static void ChosenElement(Index1D i, TestData d)
    {
        ref float target = ref d.OutF[i];
        if (d.Small[i] > 6)
            target = ref d.OutF[100 + i];
        target += d.G[i];
    }

    internal static void WalkingView(Index1D i, TestData d)
    {
        ArrayView<float> rest = d.F.SubView(i, 40);
        float sum = 0;
        for (int k = 0; k < d.Small[i]; k++)
        {
            sum += rest[0];
            rest = rest.SubView(1 + (k & 1));
        }
        d.OutF[i] = sum + rest[1];
    }

    internal static void LengthOfWindow(Index1D i, TestData d) => d.OutL[i] = d.F.SubView(d.Small[i] * 3).Length + d.F.SubView(i.X).IntLength;

    internal static void Swap64(Index1D i, TestData d)
    {
        long a = d.L[i], b = i.X;
        for (int k = 0; k < d.Small[i]; k++)
            (a, b) = (b, a + b);
        d.OutL[i] = a;
        d.OutD[i] = b;
    }

    internal static void Hash(Index1D i, TestData d)
    {
        ulong hash = 14695981039346656037UL;
        for (int k = 0; k < 8; k++)
        {
            hash ^= (uint)d.N[i + k];
            hash *= 1099511628211UL;
        }
        d.OutL[i] = (long)hash;
        d.OutN[i] = (int)(hash >> 32) ^ (int)hash;
    }
}
