using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.Launches;
using ILGPU.Backends;
using ILGPU.Runtime.CPU;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// Runs ILGPU kernels on the vectors of the processor. A launch is finished when its call returns; synchronize all the same, because other
/// accelerators need it. Results do not depend on the number of threads.
/// </summary>
public sealed partial class SimdAccelerator : Accelerator, IObservedAccelerator
{
    private const int LargestChosenGroup = 256;

    private readonly WorkerPool _workers;

    internal SimdAccelerator(Context context, SimdDevice device)
        : base(context, device)
    {
        NativePtr = 1;
        _workers = new(device.NumThreads, ThreadPriority.Normal);
        DefaultStream = new SimdStream(this);
        Bind();
        Init(new SimdBackend(context));
    }

    /// <summary>The device.</summary>
    public new SimdDevice Device => (SimdDevice)base.Device;

    ILaunchObserver? IObservedAccelerator.Observer { get; set; }

    /// <summary>Extensions of ILGPU's CPU accelerator serve: memory and kernels are those of a CPU.</summary>
    public override TExtension CreateExtension<TExtension, TExtensionProvider>(TExtensionProvider provider) =>
        provider.CreateCPUExtension(Context.GetImplicitCPUAccelerator());

    protected override AcceleratorStream CreateStreamInternal() => new SimdStream(this);

    protected override MemoryBuffer AllocateRawInternal(long length, int elementSize) => new SimdBuffer(this, length, elementSize);

    protected override PageLockScope<T> CreatePageLockFromPinnedInternal<T>(nint pinned, long numElements) =>
        new SimdPageLock<T>(this, pinned, numElements);

    protected override Kernel LoadKernelInternal(CompiledKernel kernel) => Load(kernel, 0);

    protected override Kernel LoadImplicitlyGroupedKernelInternal(CompiledKernel kernel, int customGroupSize, out KernelInfo? kernelInfo)
    {
        LaunchLimits.VerifyGroupSize(this, customGroupSize, MaxNumThreadsPerGroup);
        kernelInfo = new(customGroupSize, NumMultiprocessors);
        return Load(kernel, customGroupSize);
    }

    protected override Kernel LoadAutoGroupedKernelInternal(CompiledKernel kernel, out KernelInfo? kernelInfo)
    {
        var size = Math.Min(LargestChosenGroup, kernel.Specialization.MaxNumThreadsPerGroup ?? LargestChosenGroup);
        kernelInfo = new(size, NumMultiprocessors);
        return Load(kernel, size);
    }

    protected override int EstimateMaxActiveGroupsPerMultiprocessorInternal(Kernel kernel, int groupSize, int dynamicSharedMemorySizeInBytes) =>
        Math.Max(1, MaxNumThreadsPerMultiprocessor / groupSize);

    protected override int EstimateGroupSizeInternal(Kernel kernel, Func<int, int> computeSharedMemorySize, int maxGroupSize, out int minGridSize) =>
        EstimateGroupSizeInternal(kernel, 0, maxGroupSize, out minGridSize);

    protected override int EstimateGroupSizeInternal(Kernel kernel, int dynamicSharedMemorySizeInBytes, int maxGroupSize, out int minGridSize)
    {
        minGridSize = NumMultiprocessors;
        return maxGroupSize > 0 ? Math.Min(maxGroupSize, LargestChosenGroup) : LargestChosenGroup;
    }

    protected override bool CanAccessPeerInternal(Accelerator otherAccelerator) => otherAccelerator.AcceleratorType == AcceleratorType.CPU;

    /// <summary>There is one memory for all, so there is nothing to enable.</summary>
    protected override void EnablePeerAccessInternal(Accelerator otherAccelerator)
    {
    }

    protected override void DisablePeerAccessInternal(Accelerator otherAccelerator)
    {
    }

    protected override void OnBind()
    {
    }

    protected override void OnUnbind()
    {
    }

    /// <summary>Launches are finished when their calls return.</summary>
    protected override void SynchronizeInternal()
    {
    }

    protected override void DisposeAccelerator_SyncRoot(bool disposing) => _workers.Dispose();

    private SimdKernel Load(CompiledKernel compiled, int groupSize)
    {
        var entry = ((SimdCompiledKernel)compiled).Entry with { GroupSize = groupSize, IsChecked = Device.IsChecked };
        var traits = KernelTraits.Of(entry, PerLaneOperations.Supports);
        return new(this, compiled, entry, new(this, entry, traits), _workers);
    }
}
