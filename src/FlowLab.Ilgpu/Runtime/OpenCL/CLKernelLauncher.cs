using System.Globalization;
using System.Numerics;
using ILGPU.Backends.OpenCL;
using ILGPU.Frontend;

namespace ILGPU.Runtime.OpenCL;

/// <summary>Launches one kernel method: compiled when it is loaded, queued when it is launched.</summary>
internal sealed unsafe class CLKernelLauncher<TArguments> : KernelLauncher<TArguments>
    where TArguments : struct
{
    private const int PreferredGroup = 256;

    private readonly CLAccelerator _accelerator;
    private readonly CLKernel _kernel;
    private readonly CLPack<TArguments> _pack;
    private readonly ArgumentCheck<TArguments>? _check;
    private readonly int _groupSize;

    /// <exception cref="KernelRefusedException">The method does what kernels may not do, or what the device does not.</exception>
    internal CLKernelLauncher(CLAccelerator accelerator, KernelEntry entry)
        : base(accelerator)
    {
        _accelerator = accelerator;
        var source = OpenClCompiler.Compile(entry, accelerator.CLDevice.Target);
        _kernel = accelerator.Load(source);
        _pack = CLArgumentPacker.Emit<TArguments>(entry, source);
        _check = ArgumentCheckEmitter.Emit<TArguments>(entry);
        _groupSize = entry.GroupSize > 0 ? entry.GroupSize : GroupSizeOf(entry);
    }

    protected override void LaunchCore(AcceleratorStream stream, in LaunchDimensions dimensions, in TArguments arguments)
    {
        _check?.Invoke(in arguments, Accelerator);
        var source = _kernel.Source;
        var shape = ShapeOf(in dimensions);
        if (shape.GroupsX * shape.GroupsY * shape.GroupsZ == 0)
            return;
        CheckGroup(shape.Group, dimensions.DynamicSharedSize);
        var values = stackalloc long[source.Arguments.Count];
        _pack(in arguments, values);
        WriteDimensions(values, in dimensions, shape.Group.Size);
        _kernel.Launch((CLStream)stream, in shape, values);
        GC.KeepAlive(this);
    }

    private CLLaunchShape ShapeOf(in LaunchDimensions dimensions) => _kernel.Source switch
    {
        { IsGrouped: true } => CLLaunchShape.OfGrid(in dimensions),
        { IsLinear: true } => CLLaunchShape.OfLine(in dimensions, _groupSize),
        _ => CLLaunchShape.OfIndexSpace(in dimensions, _groupSize, _accelerator.MaxGroupSize),
    };

    /// <summary>A power of two that the kernel and the device take, so that groups can have any shape.</summary>
    private int GroupSizeOf(KernelEntry entry)
    {
        var largest = Math.Min(_kernel.LargestGroup, entry.Specialization.MaxNumThreadsPerGroup ?? int.MaxValue);
        return 1 << BitOperations.Log2((uint)Math.Clamp(largest, 1, PreferredGroup));
    }

    private void WriteDimensions(long* values, in LaunchDimensions dimensions, int threads)
    {
        var arguments = _kernel.Source.Arguments;
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Parameter is null)
                values[i] = ValueOf(arguments[i].Kind, in dimensions, threads);
        }
    }

    private static long ValueOf(OpenClArgumentKind kind, in LaunchDimensions dimensions, int threads) => kind switch
    {
        OpenClArgumentKind.ExtentX => dimensions.X,
        OpenClArgumentKind.ExtentY => dimensions.Y,
        OpenClArgumentKind.ExtentZ => dimensions.Z,
        OpenClArgumentKind.Exchange => OpenClExchange.SizeInBytes(threads),
        _ => dimensions.DynamicSharedSize,
    };

    private void CheckGroup(Index3D group, int dynamicSharedSize)
    {
        var largest = _accelerator.MaxGroupSize;
        if (group.Size > _kernel.LargestGroup || group.X > largest.X || group.Y > largest.Y || group.Z > largest.Z)
        {
            throw new NotSupportedException(string.Create(
                CultureInfo.InvariantCulture,
                $"FLK313: {_kernel.Source.EntryPoint} was launched with groups of {group}, but on {Accelerator} its groups have at most {_kernel.LargestGroup} threads and at most {largest} along the axes. Launch smaller groups."));
        }

        var exchange = _kernel.Source.UsesExchange ? OpenClExchange.SizeInBytes(group.Size) : 0;
        var shared = _kernel.Source.SharedSizeInBytes + dynamicSharedSize + exchange;
        if (shared > _accelerator.MaxSharedMemoryPerGroup)
        {
            throw new NotSupportedException(string.Create(
                CultureInfo.InvariantCulture,
                $"FLK314: {_kernel.Source.EntryPoint} needs {shared} bytes of shared memory per group, but {Accelerator} has {_accelerator.MaxSharedMemoryPerGroup}. Launch smaller groups or share less."));
        }
    }
}
