namespace ILGPU.Runtime;

/// <summary>
/// Copies between strided lines and C# arrays: element x of the one is [x] of the other. What lies in the gaps of a line belongs to
/// others and stays as it is.
/// </summary>
internal static class LineTransfer
{
    internal static void FromArray<T>(ArrayView1D<T, Stride1D.General> target, AcceleratorStream stream, T[] data)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        CopyCheck.FitsElements<T>("CopyFromCPU", target.Extent.X, data.LongLength);
        if (target.HasNoData())
            return;
        var memory = target.BaseView.SubView(0, target.Length);
        var image = memory.GetAsArray(stream);
        for (long x = 0; x < target.Extent.X; x++)
            image[target.ComputeLinearIndex((LongIndex1D)x)] = data[x];
        memory.CopyFromCPU(stream, image);
    }

    internal static void ToArray<T>(ArrayView1D<T, Stride1D.General> source, AcceleratorStream stream, T[] data)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        CopyCheck.FitsElements<T>("CopyToCPU", source.Extent.X, data.LongLength);
        if (source.HasNoData())
            return;
        var image = source.BaseView.SubView(0, source.Length).GetAsArray(stream);
        for (long x = 0; x < source.Extent.X; x++)
            data[x] = image[source.ComputeLinearIndex((LongIndex1D)x)];
    }

    internal static T[] NewArray<T>(ArrayView1D<T, Stride1D.General> source, AcceleratorStream stream)
        where T : unmanaged
    {
        var data = new T[source.Extent.X];
        ToArray(source, stream, data);
        return data;
    }
}
