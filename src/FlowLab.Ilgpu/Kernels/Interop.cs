using System.Runtime.CompilerServices;

namespace ILGPU;

/// <summary>Sizes of types and the bits of floating-point numbers.</summary>
public static class Interop
{
    /// <summary>The size of a value in bytes.</summary>
    public static int SizeOf<T>()
        where T : unmanaged =>
        Unsafe.SizeOf<T>();

    /// <inheritdoc cref="SizeOf{T}()"/>
    public static int SizeOf<T>(T structure)
        where T : unmanaged =>
        Unsafe.SizeOf<T>();

    /// <summary>How many elements of type <typeparamref name="TFirst"/> hold the given elements of type <typeparamref name="TSecond"/>.</summary>
    public static long ComputeRelativeSizeOf<TFirst, TSecond>(long numSecondElements)
        where TFirst : unmanaged
        where TSecond : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numSecondElements);
        var bytes = checked(numSecondElements * Unsafe.SizeOf<TSecond>());
        return (bytes + Unsafe.SizeOf<TFirst>() - 1) / Unsafe.SizeOf<TFirst>();
    }

    public static uint FloatAsInt(float value) => BitConverter.SingleToUInt32Bits(value);

    public static ulong FloatAsInt(double value) => BitConverter.DoubleToUInt64Bits(value);

    public static float IntAsFloat(uint value) => BitConverter.UInt32BitsToSingle(value);

    public static double IntAsFloat(ulong value) => BitConverter.UInt64BitsToDouble(value);
}
