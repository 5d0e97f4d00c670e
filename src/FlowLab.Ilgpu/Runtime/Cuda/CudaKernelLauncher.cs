using ILGPU.Backends.Cuda;
using ILGPU.Frontend;

namespace ILGPU.Runtime.Cuda;

/// <summary>Launches one kernel method: compiled when it is loaded, queued when it is launched.</summary>
internal sealed unsafe class CudaKernelLauncher<TArguments> : KernelLauncher<TArguments>
    where TArguments : struct
{
    private const int SmallestGroup = 64;

    private readonly CudaKernel _kernel;
    private readonly CudaPack<TArguments> _pack;
    private readonly ArgumentCheck<TArguments>? _check;
    private readonly int _groupSize;
    private readonly bool _isGroupFixed;

    /// <exception cref="KernelRefusedException">The method does what kernels may not do, or what the device does not.</exception>
    internal CudaKernelLauncher(CudaAccelerator accelerator, KernelEntry entry)
        : base(accelerator)
    {
        var source = PtxCompiler.Compile(entry);
        _kernel = accelerator.Load(source);
        _pack = CudaArgumentPacker.Emit<TArguments>(entry, source);
        _check = ArgumentCheckEmitter.Emit<TArguments>(entry);
        _isGroupFixed = entry.GroupSize > 0 || source.UsesGroups;
        _groupSize = entry.GroupSize > 0 ? entry.GroupSize : _kernel.PreferredGroup(entry.Specialization.MaxNumThreadsPerGroup ?? 0);
    }

    protected override void LaunchCore(AcceleratorStream stream, in LaunchDimensions dimensions, in TArguments arguments)
    {
        _check?.Invoke(in arguments, Accelerator);
        var source = _kernel.Source;
        var count = source.IsGrouped ? dimensions.Grid.LongSize * dimensions.Group.LongSize : dimensions.Count;
        if (count == 0)
            return;
        var shape = source.IsGrouped ? CudaLaunchShape.OfGrid(in dimensions) : CudaLaunchShape.OfCount(count, GroupSizeFor(count));
        var buffer = stackalloc byte[source.ArgumentsSizeInBytes];
        _pack(in arguments, buffer);
        CudaArgumentPacker.WriteExtents(source, in dimensions, buffer);
        _kernel.Launch((CudaStream)stream, in shape, dimensions.DynamicSharedSize, buffer);
    }

    /// <summary>Few instances are spread over all multiprocessors, unless the kernel sees its groups.</summary>
    private int GroupSizeFor(long count)
    {
        var size = _groupSize;
        while (!_isGroupFixed && size > SmallestGroup && count <= (long)size * (Accelerator.NumMultiprocessors - 1))
            size = Math.Max(size / 2 / PtxEmitter.WarpSize * PtxEmitter.WarpSize, SmallestGroup);
        return size;
    }
}
