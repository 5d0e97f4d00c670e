using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <summary>Stores one value in all elements of views.</summary>
public static class InitializeExtensions
{
    public static Initializer<T, TStride> CreateInitializer<T, TStride>(this Accelerator accelerator)
        where T : unmanaged
        where TStride : struct, IStride1D
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        var kernel = accelerator.LoadAutoGroupedKernel<LongIndex1D, ArrayView1D<T, TStride>, T>(Store);
        return (stream, view, value) => kernel(stream, view.Extent, view, value);
    }

    public static void Initialize<T>(this Accelerator accelerator, AcceleratorStream stream, ArrayView<T> view, T value)
        where T : unmanaged =>
        accelerator.Initialize<T, Stride1D.Dense>(stream, view, value);

    public static void Initialize<T, TStride>(this Accelerator accelerator, AcceleratorStream stream, ArrayView1D<T, TStride> view, T value)
        where T : unmanaged
        where TStride : struct, IStride1D
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        accelerator.LaunchAutoGrouped<LongIndex1D, ArrayView1D<T, TStride>, T>(Store, stream, view.Extent, view, value);
    }

    private static void Store<T, TStride>(LongIndex1D index, ArrayView1D<T, TStride> view, T value)
        where T : unmanaged
        where TStride : struct, IStride1D =>
        view[index] = value;
}
