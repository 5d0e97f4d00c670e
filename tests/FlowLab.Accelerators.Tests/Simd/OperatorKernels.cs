namespace FlowLab.Accelerators.Tests.Simd;

/// <summary>Every operator and conversion on values that differ between lanes, and mixed with such that do not.</summary>
internal static class OperatorKernels
{
    internal static void AddFloats(Index1D i, TestData d) => d.OutF[i] = d.F[i] + d.G[i];

    internal static void SubtractFloats(Index1D i, TestData d) => d.OutF[i] = d.F[i] - d.G[i] - d.Scale;

    internal static void MultiplyAddFloats(Index1D i, TestData d) => d.OutF[i] = (d.F[i] * d.G[i]) + d.Scale;

    internal static void DivideFloats(Index1D i, TestData d) => d.OutF[i] = d.F[i] / d.G[i];

    internal static void RemainderFloats(Index1D i, TestData d) => d.OutF[i] = d.F[i] % d.G[i];

    internal static void NegateFloats(Index1D i, TestData d) => d.OutF[i] = -d.F[i];

    internal static void AddInts(Index1D i, TestData d) => d.OutN[i] = d.N[i] + d.N[i + 1] + i;

    internal static void SubtractInts(Index1D i, TestData d) => d.OutN[i] = d.N[i] - d.N[i + 1] - d.Three;

    internal static void MultiplyInts(Index1D i, TestData d) => d.OutN[i] = d.N[i] * d.N[i + 1] * d.Three;

    internal static void DivideInts(Index1D i, TestData d) => d.OutN[i] = d.N[i] / (d.Small[i] + 1);

    internal static void RemainderInts(Index1D i, TestData d) => d.OutN[i] = d.N[i] % (d.Small[i] + 1);

    internal static void DivideUnsigned(Index1D i, TestData d) => d.OutN[i] = (int)((uint)d.N[i] / (uint)(d.Small[i] + 1));

    internal static void RemainderUnsigned(Index1D i, TestData d) => d.OutN[i] = (int)((uint)d.N[i] % (uint)(d.Small[i] + 1));

    internal static void DivideIndex(Index1D i, TestData d) => d.OutN[i] = (i.X / 3 * 1000) + (i.X % 3);

    internal static void DivideGuarded(Index1D i, TestData d)
    {
        if (d.Small[i] != 0)
            d.OutN[i] = 100 / d.Small[i];
    }

    internal static void Bitwise(Index1D i, TestData d) => d.OutN[i] = ((d.N[i] & d.N[i + 1]) | (d.N[i] ^ 0x55)) ^ ~d.N[i + 2];

    internal static void NegateInts(Index1D i, TestData d) => d.OutN[i] = -d.N[i];

    internal static void ShiftByConstant(Index1D i, TestData d) => d.OutN[i] = (d.N[i] << 5) ^ (d.N[i] >> 7) ^ (int)((uint)d.N[i] >> 9);

    internal static void ShiftByUniform(Index1D i, TestData d) => d.OutN[i] = (d.N[i] << (d.Three + 32)) ^ (d.N[i] >> d.Three);

    internal static void ShiftByLane(Index1D i, TestData d) => d.OutN[i] = d.N[i] << d.N[i + 1];

    internal static void ShiftRightByLane(Index1D i, TestData d) => d.OutN[i] = d.N[i] >> d.N[i + 1];

    internal static void ShiftRightUnsignedByLane(Index1D i, TestData d) => d.OutN[i] = (int)((uint)d.N[i] >> d.N[i + 1]);

    internal static void CompareFloats(Index1D i, TestData d)
    {
        float a = d.F[i], b = d.G[i];
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

    internal static void CompareInts(Index1D i, TestData d)
    {
        int a = d.N[i], b = d.N[i + 3];
        int bits = 0;
        bits |= a < b ? 1 : 0;
        bits |= a <= b ? 2 : 0;
        bits |= a > b ? 4 : 0;
        bits |= a >= b ? 8 : 0;
        bits |= a == b ? 16 : 0;
        bits |= a != b ? 32 : 0;
        bits |= (uint)a < (uint)b ? 64 : 0;
        bits |= (uint)a <= (uint)b ? 128 : 0;
        bits |= (uint)a > (uint)b ? 256 : 0;
        bits |= (uint)a >= (uint)b ? 512 : 0;
        d.OutN[i] = bits;
    }

    internal static void BoolValues(Index1D i, TestData d)
    {
        bool less = d.F[i] < d.G[i];
        bool positive = d.N[i] > 0;
        bool uniform = d.Three > 2;
        d.OutN[i] = (less & positive ? 1 : 0) + (less | !positive ? 2 : 0) + (less ^ uniform ? 4 : 0) + (less == positive ? 8 : 0);
    }

    internal static void IntToFloat(Index1D i, TestData d) => d.OutF[i] = d.N[i];

    internal static void UnsignedToFloat(Index1D i, TestData d) => d.OutF[i] = (uint)d.N[i];

    internal static void FloatToInt(Index1D i, TestData d) => d.OutN[i] = (int)(d.F[i] * 1e9f);

    internal static void FloatToUnsigned(Index1D i, TestData d) => d.OutN[i] = (int)(uint)(d.F[i] * 1e9f);

    internal static void FloatBits(Index1D i, TestData d) => d.OutN[i] = (int)Interop.FloatAsInt(d.F[i]) + 1;

    internal static void BitsToFloat(Index1D i, TestData d) => d.OutF[i] = Interop.IntAsFloat((uint)(d.N[i] & 0x7FFFFFF));

    internal static void SmallIntegers(Index1D i, TestData d) =>
        d.OutN[i] = (sbyte)d.N[i] + ((byte)d.N[i] << 8) + ((short)d.N[i] ^ ((ushort)d.N[i] << 3));

    internal static void HighProduct(Index1D i, TestData d) =>
        d.OutN[i] = (int)(((ulong)0xD2511F53 * (uint)d.N[i]) >> 32) ^ (int)((ulong)(uint)d.N[i] * (uint)d.N[i + 1]);

    internal static void Ternary(Index1D i, TestData d) => d.OutF[i] = d.F[i] > 0 ? d.G[i] : -d.Scale;

    internal static void Uniforms(Index1D i, TestData d) => d.OutF[i] = ((d.Three * d.Three) << 2) + (d.Scale > 1 ? 2f : d.Scale) - i;

    internal static void UniformDouble(Index1D i, TestData d) => d.OutF[i] = (float)(d.Scale * 1.1) + d.F[i];

    internal static void UniformLong(Index1D i, TestData d) => d.OutN[i] = (int)(((long)d.Three << 40) >> 38) + d.N[i];
}
