namespace ILGPU.Tests.Cuda.Machine;

/// <summary>Values as bits: of narrower types in the low bits, the others 0.</summary>
internal static class PtxValues
{
    internal static ulong Narrow(ulong value, int bits) => bits == 64 ? value : value & ((1UL << bits) - 1);

    internal static long Signed(ulong value, int bits) => (long)(value << (64 - bits)) >> (64 - bits);

    internal static float Single(ulong value) => BitConverter.UInt32BitsToSingle((uint)value);

    internal static double Double(ulong value) => BitConverter.UInt64BitsToDouble(value);

    internal static ulong Of(float value) => BitConverter.SingleToUInt32Bits(value);

    internal static ulong Of(double value) => BitConverter.DoubleToUInt64Bits(value);

    internal static ulong Of(bool value) => value ? 1UL : 0;
}
