using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ILGPU;

/// <summary>
/// Index checks of views. They are off until the first context with assertions is made, or, for all contexts, unless the AppContext
/// switch <c>ILGPU.BoundsChecks</c> or the environment variable <c>FLOWLAB_BOUNDS_CHECKS=1</c> asks for them. Compiled kernels have none.
/// </summary>
internal static class BoundsCheck
{
    /// <summary>The process asks for checks in all contexts.</summary>
    internal static readonly bool IsForAll =
        (AppContext.TryGetSwitch("ILGPU.BoundsChecks", out var isOn) && isOn)
        || Environment.GetEnvironmentVariable("FLOWLAB_BOUNDS_CHECKS") == "1";

    /// <summary>Views check their indices.</summary>
    internal static bool Enabled = IsForAll;

    /// <exception cref="IndexOutOfRangeException">The index lies outside of [0, length).</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Verify(long index, long length)
    {
        if ((ulong)index >= (ulong)length)
            Throw(index, length, "element");
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Verify<T>(long index, long length)
    {
        if ((ulong)index >= (ulong)length)
            Throw(index, length, typeof(T).Name);
    }

    /// <exception cref="IndexOutOfRangeException">The index lies outside of the extent.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Verify(LongIndex2D index, LongIndex2D extent)
    {
        if ((ulong)index.X >= (ulong)extent.X || (ulong)index.Y >= (ulong)extent.Y)
            Throw(index, extent, "element");
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Verify<T>(LongIndex2D index, LongIndex2D extent)
    {
        if ((ulong)index.X >= (ulong)extent.X || (ulong)index.Y >= (ulong)extent.Y)
            Throw(index, extent, typeof(T).Name);
    }

    [DoesNotReturn]
    private static void Throw(LongIndex2D index, LongIndex2D extent, string elementType) => throw new IndexOutOfRangeException(
        $"Index {index} is outside of a view of {extent} x {elementType}; valid indices are (0, 0) to ({extent.X - 1}, {extent.Y - 1}).");

    [DoesNotReturn]
    private static void Throw(long index, long length, string elementType) => throw new IndexOutOfRangeException(
        $"Index {index} is outside of a view of {length} x {elementType}; valid indices are 0 to {length - 1}.");
}
