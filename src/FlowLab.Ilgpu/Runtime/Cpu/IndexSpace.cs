using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ILGPU.Runtime.CPU;

/// <summary>The linear order of an index space: X varies fastest. Emitted range bodies call <c>At</c> and <c>Next</c>.</summary>
internal static class IndexSpace
{
    /// <exception cref="ArgumentOutOfRangeException">An extent is negative.</exception>
    internal static long CountOf<TIndex>(TIndex extent)
        where TIndex : struct, IIndex
    {
        if (extent is Index1D x)
            return Count(x.X, 1, 1, extent);
        if (extent is Index2D xy)
            return Count(xy.X, xy.Y, 1, extent);
        if (extent is Index3D xyz)
            return Count(xyz.X, xyz.Y, xyz.Z, extent);
        if (extent is LongIndex1D longX)
            return Count(longX.X, 1, 1, extent);
        throw new NotSupportedException($"A launch over {typeof(TIndex).Name} is not supported; use Index1D, Index2D, Index3D or LongIndex1D.");
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Index1D At(long linear, Index1D extent) => (int)linear;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static LongIndex1D At(long linear, LongIndex1D extent) => linear;

    internal static Index2D At(long linear, Index2D extent)
    {
        var y = linear / extent.X;
        return new((int)(linear - (y * extent.X)), (int)y);
    }

    internal static Index3D At(long linear, Index3D extent)
    {
        var row = linear / extent.X;
        return new((int)(linear - (row * extent.X)), (int)(row % extent.Y), (int)(row / extent.Y));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Index1D Next(Index1D index, Index1D extent) => index.X + 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static LongIndex1D Next(LongIndex1D index, LongIndex1D extent) => index.X + 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Index2D Next(Index2D index, Index2D extent) =>
        index.X + 1 < extent.X ? new(index.X + 1, index.Y) : new(0, index.Y + 1);

    internal static Index3D Next(Index3D index, Index3D extent)
    {
        if (index.X + 1 < extent.X)
            return new(index.X + 1, index.Y, index.Z);
        return index.Y + 1 < extent.Y ? new(0, index.Y + 1, index.Z) : new(0, 0, index.Z + 1);
    }

    private static long Count<TIndex>(long x, long y, long z, TIndex extent)
        where TIndex : struct
    {
        if (x < 0 || y < 0 || z < 0)
            ThrowNegative(extent);
        return checked(x * y * z);
    }

    [DoesNotReturn]
    private static void ThrowNegative<TIndex>(TIndex extent)
        where TIndex : struct =>
        throw new ArgumentOutOfRangeException(nameof(extent), $"The extent of a launch must not be negative, but it is {extent}.");
}
