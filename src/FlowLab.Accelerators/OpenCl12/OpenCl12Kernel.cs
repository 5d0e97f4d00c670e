using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.Launches;
using ILGPU.Backends;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>Queues one kernel, compiled when it is loaded, or when the values that it is specialised for are known.</summary>
internal sealed unsafe class OpenCl12Kernel : LaunchableKernel
{
    private readonly OpenClSpecializations _launchers;
    private readonly int _sharedSize;

    internal OpenCl12Kernel(OpenCl12Accelerator accelerator, CompiledKernel compiled, KernelEntry entry, KernelTraits traits)
        : base(accelerator, compiled, entry, new(accelerator, entry, traits))
    {
        (_launchers, _sharedSize) = (new(accelerator, entry), traits.SharedSize);
        LargestGroup = Math.Min(
            _launchers.Only?.LargestGroup ?? accelerator.MaxNumThreadsPerGroup, entry.Specialization.MaxNumThreadsPerGroup ?? int.MaxValue);
    }

    /// <summary>The most threads that a group may have, as far as is known before the kernel is compiled.</summary>
    internal int LargestGroup { get; }

    /// <summary>Groups are multiples of it, for speed.</summary>
    internal int PreferredMultiple => Math.Max(1, _launchers.Only?.PreferredMultiple ?? Accelerator.WarpSize);

    /// <summary>The threads of groups that the accelerator chooses itself.</summary>
    internal int ChosenGroup => _launchers.Only?.GroupSize ?? OpenClLauncher.GroupSizeOf(LargestGroup);

    /// <summary>Bytes of shared memory of a group.</summary>
    internal long SharedSizeOf(int threads, int dynamicSize) => _launchers.Only?.SharedSizeOf(threads, dynamicSize) ?? (long)_sharedSize + dynamicSize;

    private protected override void LaunchCore(AcceleratorStream stream, in LaunchDimensions dimensions, long* arguments)
    {
        if (dimensions.Count == 0 && !dimensions.IsGrouped)
            return;
        _launchers.For(arguments).Launch((OpenCl12Stream)stream, in dimensions, arguments);
        GC.KeepAlive(this);
    }

    /// <summary>Compiled kernels end with the last launch that may need them.</summary>
    protected override void DisposeAcceleratorObject(bool disposing)
    {
    }
}
