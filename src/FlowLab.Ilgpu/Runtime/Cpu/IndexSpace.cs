using System.Runtime.CompilerServices;

namespace ILGPU.Runtime.CPU;

/// <summary>
/// The linear order of an index space: X varies fastest. Emitted range bodies call <c>To...</c>, <c>At</c> and <c>Next</c> of the kernel's
/// index type.
/// </summary>
internal static class IndexSpace
{
    internal static Index1D ToIndex1D(in LaunchDimensions dimensions) => (int)dimensions.X;

    internal static Index2D ToIndex2D(in LaunchDimensions dimensions) => new((int)dimensions.X, (int)dimensions.Y);

    internal static Index3D ToIndex3D(in LaunchDimensions dimensions) => new((int)dimensions.X, (int)dimensions.Y, (int)dimensions.Z);

    internal static LongIndex1D ToLongIndex1D(in LaunchDimensions dimensions) => dimensions.X;

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
}
