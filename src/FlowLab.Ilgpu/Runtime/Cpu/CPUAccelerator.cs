using ILGPU.Backends.Cpu;
using ILGPU.Frontend;

namespace ILGPU.Runtime.CPU;

/// <summary>
/// Runs kernels on the vectors of the processor, or, in a context with assertions, as the C# methods that they are. A launch is finished
/// when its call returns; call <see cref="Accelerator.Synchronize"/> all the same, because other devices need it. Results do not depend on
/// the number of threads.
/// </summary>
public sealed partial class CPUAccelerator : Accelerator
{
    private const int LargestChosenGroup = 256;

    private readonly WorkerPool _workers;
    private readonly Lazy<ThreadTurns> _turns;

    internal CPUAccelerator(Context context, CPUDevice device, CPUAcceleratorMode mode, ThreadPriority threadPriority)
        : base(context, device)
    {
        Mode = mode;
        ThreadPriority = threadPriority;
        _workers = new(UsesSequentialExecution ? 1 : NumMultiprocessors, threadPriority);
        _turns = new(() => new(WarpSize));
    }

    public CPUAcceleratorMode Mode { get; }

    /// <summary>The priority of the worker threads; the caller, who works too, keeps its own.</summary>
    public ThreadPriority ThreadPriority { get; }

    public bool UsesSequentialExecution => Mode == CPUAcceleratorMode.Sequential;

    public int NumThreads => MaxNumThreads;

    private protected override MathSupport? Mathematics => PerLaneOperations.Supports;

    internal override KernelLauncher<TArguments> LoadLauncher<TArguments>(KernelEntry entry)
    {
        var traits = KernelTraits.Of(entry, Mathematics);
        if (KernelModes.Of(Context) == KernelMode.Simd && VectorsFor(traits) is { } vectors)
            return new CPUKernelLauncher<TArguments>(this, entry, _workers, SimdKernels.Of<TArguments>(entry, vectors, GroupSizeOf(entry)));
        return traits.UsesGroups || traits.Allocates
            ? new ReferenceLauncher<TArguments>(this, entry, _workers, traits.Waits ? _turns.Value : null, GroupSizeOf(entry))
            : new CPUKernelLauncher<TArguments>(this, entry, _workers, new ReferenceVariant<TArguments>(entry));
    }

    /// <summary>The vectors that warps are; null where a kernel counts on warps of a size that no vector has.</summary>
    private VectorTable? VectorsFor(KernelTraits traits) => traits.UsesWarps ? VectorTable.OfLanes(WarpSize) : VectorTable.Best;

    private int GroupSizeOf(KernelEntry entry) => entry.GroupSize > 0 ? entry.GroupSize : Math.Min(MaxNumThreadsPerGroup, LargestChosenGroup);

    private protected override AcceleratorStream CreateStreamCore() => new CPUStream(this);

    private protected override MemoryBuffer AllocateCore(long length, int elementSize) =>
        new CPUMemoryBuffer(this, length, elementSize);

    private protected override void DisposeDevice()
    {
        _workers.Dispose();
        if (_turns.IsValueCreated)
            _turns.Value.Dispose();
    }
}
