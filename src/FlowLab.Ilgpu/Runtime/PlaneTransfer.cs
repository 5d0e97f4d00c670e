using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ILGPU.Runtime;

/// <summary>
/// Copies between planes and C# arrays: element (x, y) of the one is [x, y] of the other, whatever the strides. What lies in the gaps of
/// a plane belongs to others and stays as it is.
/// </summary>
internal static class PlaneTransfer
{
    internal static void FromArray<T, TStride>(ArrayView2D<T, TStride> target, AcceleratorStream stream, T[,] data)
        where T : unmanaged
        where TStride : struct, IStride2D
    {
        if (!HasWork(target, data, "CopyFromCPU"))
            return;
        var memory = target.BaseView.SubView(0, target.Length);
        if (IsInOrderOf(target, data))
        {
            memory.CopyFromCPU(stream, ref FirstOf(data), data.LongLength);
            return;
        }

        var image = target.Length == target.Extent.Size ? new T[memory.Length] : memory.GetAsArray(stream);
        for (long x = 0; x < target.Extent.X; x++)
        {
            for (long y = 0; y < target.Extent.Y; y++)
                image[target.ComputeLinearIndex(new LongIndex2D(x, y))] = data[x, y];
        }

        memory.CopyFromCPU(stream, image);
    }

    internal static void ToArray<T, TStride>(ArrayView2D<T, TStride> source, AcceleratorStream stream, T[,] data)
        where T : unmanaged
        where TStride : struct, IStride2D
    {
        if (!HasWork(source, data, "CopyToCPU"))
            return;
        var memory = source.BaseView.SubView(0, source.Length);
        if (IsInOrderOf(source, data))
        {
            memory.CopyToCPU(stream, ref FirstOf(data), data.LongLength);
            return;
        }

        var image = memory.GetAsArray(stream);
        for (long x = 0; x < source.Extent.X; x++)
        {
            for (long y = 0; y < source.Extent.Y; y++)
                data[x, y] = image[source.ComputeLinearIndex(new LongIndex2D(x, y))];
        }
    }

    internal static T[,] NewArray<T, TStride>(ArrayView2D<T, TStride> source, AcceleratorStream stream)
        where T : unmanaged
        where TStride : struct, IStride2D
    {
        var data = new T[source.Extent.X, source.Extent.Y];
        ToArray(source, stream, data);
        return data;
    }

    private static bool HasWork<T, TStride>(ArrayView2D<T, TStride> view, T[,] data, string what)
        where T : unmanaged
        where TStride : struct, IStride2D
    {
        ArgumentNullException.ThrowIfNull(data);
        CopyCheck.Covers(what, (data.GetLongLength(0), data.GetLongLength(1)), view.Extent);
        return view.IsValid;
    }

    /// <summary>The plane's elements lie as those of the array do.</summary>
    private static bool IsInOrderOf<T, TStride>(ArrayView2D<T, TStride> view, T[,] data)
        where T : unmanaged
        where TStride : struct, IStride2D =>
        view.Extent == (data.GetLongLength(0), data.GetLongLength(1))
        && view.Stride.YStride == 1
        && view.Stride.XStride == view.Extent.Y;

    private static ref T FirstOf<T>(T[,] data) => ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(data));
}
