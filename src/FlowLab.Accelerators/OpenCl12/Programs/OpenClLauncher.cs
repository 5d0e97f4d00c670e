using System.Globalization;
using System.Numerics;
using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.IR;
using FlowLab.Accelerators.Launches;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>Launches one compiled kernel.</summary>
internal sealed unsafe class OpenClLauncher
{
    private const int PreferredGroup = 256;

    private readonly OpenCl12Accelerator _accelerator;
    private readonly OpenClKernel _kernel;

    /// <exception cref="KernelRefusedException">The method does what kernels may not do, or what the device does not.</exception>
    internal OpenClLauncher(OpenCl12Accelerator accelerator, KernelEntry entry)
    {
        _accelerator = accelerator;
        _kernel = accelerator.Load(OpenClCompiler.Compile(entry, accelerator.Device.Target));
        GroupSize = entry.GroupSize > 0 ? entry.GroupSize : GroupSizeOf(Math.Min(LargestGroup, entry.Specialization.MaxNumThreadsPerGroup ?? int.MaxValue));
    }

    /// <summary>The threads of a group where a launch does not say.</summary>
    internal int GroupSize { get; }

    /// <inheritdoc cref="OpenClKernel.LargestGroup"/>
    internal int LargestGroup => _kernel.LargestGroup;

    /// <inheritdoc cref="OpenClKernel.PreferredMultiple"/>
    internal int PreferredMultiple => _kernel.PreferredMultiple;

    /// <summary>A power of two that kernel and device take, so that groups can have any shape.</summary>
    internal static int GroupSizeOf(int largest) => 1 << BitOperations.Log2((uint)Math.Clamp(largest, 1, PreferredGroup));

    /// <summary>Bytes of shared memory of a group.</summary>
    internal long SharedSizeOf(int threads, int dynamicSize) =>
        _kernel.Source.SharedSizeInBytes + (long)dynamicSize + (_kernel.Source.UsesExchange ? OpenClExchange.SizeInBytes(threads) : 0);

    /// <summary>Queues the kernel.</summary>
    /// <param name="stream">A stream of the accelerator.</param>
    /// <param name="dimensions">The instances; at least one.</param>
    /// <param name="arguments">8 bytes per slot: see <see cref="ArgumentBlock"/>.</param>
    internal void Launch(OpenCl12Stream stream, in LaunchDimensions dimensions, long* arguments)
    {
        var shape = ShapeOf(in dimensions);
        CheckGroup(shape.Group, dimensions.DynamicSharedSize);
        var list = _kernel.Source.Arguments;
        var values = stackalloc long[list.Count];
        for (var i = 0; i < list.Count; i++)
            values[i] = list[i].Parameter is { } parameter ? ValueOf(list[i].Kind, arguments + parameter.Slot) : ValueOf(list[i].Kind, in dimensions, shape.Group.Size);
        _kernel.Launch(stream, in shape, values);
    }

    /// <summary>The address in a view is the handle of the buffer and the distance from its start.</summary>
    private static long ValueOf(OpenClArgumentKind kind, long* slots) => kind switch
    {
        OpenClArgumentKind.Buffer => slots[0] - slots[ArgumentSlots.Offset],
        OpenClArgumentKind.Offset => slots[ArgumentSlots.Offset],
        _ => slots[0],
    };

    private static long ValueOf(OpenClArgumentKind kind, in LaunchDimensions dimensions, int threads) => kind switch
    {
        OpenClArgumentKind.ExtentX => dimensions.X,
        OpenClArgumentKind.ExtentY => dimensions.Y,
        OpenClArgumentKind.ExtentZ => dimensions.Z,
        OpenClArgumentKind.Exchange => OpenClExchange.SizeInBytes(threads),
        _ => dimensions.DynamicSharedSize,
    };

    private OpenClLaunchShape ShapeOf(in LaunchDimensions dimensions) => _kernel.Source switch
    {
        { IsGrouped: true } => OpenClLaunchShape.OfGrid(in dimensions),
        { IsLinear: true } => OpenClLaunchShape.OfLine(in dimensions, GroupSize),
        _ => OpenClLaunchShape.OfIndexSpace(in dimensions, GroupSize, _accelerator.MaxGroupSize),
    };

    private void CheckGroup(Index3D group, int dynamicSharedSize)
    {
        if (group.Size > LargestGroup)
        {
            throw new NotSupportedException(string.Create(
                CultureInfo.InvariantCulture,
                $"FLK313: {_kernel.Source.EntryPoint} was launched with groups of {group}, but on {_accelerator} its groups have at most {LargestGroup} threads. Launch smaller groups."));
        }

        var shared = SharedSizeOf(group.Size, dynamicSharedSize);
        if (shared > _accelerator.MaxSharedMemoryPerGroup)
        {
            throw new NotSupportedException(string.Create(
                CultureInfo.InvariantCulture,
                $"FLK314: {_kernel.Source.EntryPoint} needs {shared} bytes of shared memory per group, but {_accelerator} has {_accelerator.MaxSharedMemoryPerGroup}. Launch smaller groups or share less."));
        }
    }
}
