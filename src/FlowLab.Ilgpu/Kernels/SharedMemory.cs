using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace ILGPU;

/// <summary>
/// Memory that the threads of a group share while the group runs. Extents must be constant where the kernel is compiled. What it holds at
/// first is undefined, and so it is after an allocation in a loop comes round again.
/// </summary>
public static class SharedMemory
{
    public static ArrayView1D<T, Stride1D.Dense> Allocate1D<T>(Index1D extent)
        where T : unmanaged =>
        new(Allocate<T>(extent.X), extent, default);

    public static ArrayView1D<T, TStride> Allocate1D<T, TStride>(Index1D extent, TStride stride)
        where T : unmanaged
        where TStride : struct, IStride1D =>
        new(Allocate<T>(stride.ComputeBufferLength(extent)), extent, stride);

    public static ArrayView2D<T, TStride> Allocate2D<T, TStride>(Index2D extent, TStride stride)
        where T : unmanaged
        where TStride : struct, IStride2D =>
        new(Allocate<T>(stride.ComputeBufferLength(extent)), extent, stride);

    /// <summary>A plane whose rows, of constant Y, lie side by side.</summary>
    public static ArrayView2D<T, Stride2D.DenseX> Allocate2DDenseX<T>(in Index2D extent)
        where T : unmanaged =>
        Allocate2D<T, Stride2D.DenseX>(extent, new(extent.X));

    /// <summary>A plane whose columns, of constant X, lie side by side.</summary>
    public static ArrayView2D<T, Stride2D.DenseY> Allocate2DDenseY<T>(in Index2D extent)
        where T : unmanaged =>
        Allocate2D<T, Stride2D.DenseY>(extent, new(extent.Y));

    /// <summary>One variable of the group.</summary>
    public static ref T Allocate<T>()
        where T : unmanaged =>
        ref KernelThread.Current.AllocateShared<T>(1)[0];

    public static ArrayView<T> Allocate<T>(int extent)
        where T : unmanaged =>
        KernelThread.Current.AllocateShared<T>(extent);

    /// <summary>The memory that the launch asks for in <see cref="SharedMemoryConfig"/>: all calls mean the same bytes.</summary>
    public static ArrayView<T> GetDynamic<T>()
        where T : unmanaged =>
        KernelThread.Current.DynamicShared<T>();
}
