using System.Collections.Immutable;
using System.Numerics;

namespace ILGPU.Runtime.CPU;

/// <summary>The processor as a device: a launch runs on <see cref="Device.NumMultiprocessors"/> threads, the caller among them.</summary>
public sealed class CPUDevice : Device
{
    private const int DefaultWarpSize = 4;
    private const int DefaultWarpsPerMultiprocessor = 4;

    /// <summary>One multiprocessor per processor of the machine.</summary>
    public static readonly CPUDevice Default = new(DefaultWarpSize, DefaultWarpsPerMultiprocessor, Environment.ProcessorCount);

    public static readonly ImmutableArray<CPUDevice> All = [Default];

    /// <param name="numThreadsPerWarp">The warp size: a power of two from 2 on.</param>
    /// <param name="numWarpsPerMultiprocessor">Warps per multiprocessor, from 1 on.</param>
    /// <param name="numMultiprocessors">Threads that a launch runs on, from 1 on.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public CPUDevice(int numThreadsPerWarp, int numWarpsPerMultiprocessor, int numMultiprocessors)
    {
        if (numThreadsPerWarp < 2 || !BitOperations.IsPow2(numThreadsPerWarp))
        {
            throw new ArgumentOutOfRangeException(
                nameof(numThreadsPerWarp), numThreadsPerWarp, "The warp size must be a power of two from 2 on.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(numWarpsPerMultiprocessor, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(numMultiprocessors, 1);
        Name = nameof(CPUAccelerator);
        AcceleratorType = AcceleratorType.CPU;
        MemorySize = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        WarpSize = numThreadsPerWarp;
        MaxNumThreadsPerGroup = numThreadsPerWarp * numWarpsPerMultiprocessor;
        MaxNumThreadsPerMultiprocessor = MaxNumThreadsPerGroup;
        NumMultiprocessors = numMultiprocessors;
        MaxGridSize = new(int.MaxValue);
        MaxGroupSize = new(MaxNumThreadsPerGroup);
    }

    public int NumThreads => MaxNumThreads;

    public override Accelerator CreateAccelerator(Context context) => CreateCPUAccelerator(context);

    public CPUAccelerator CreateCPUAccelerator(Context context) => CreateCPUAccelerator(context, CPUAcceleratorMode.Auto);

    public CPUAccelerator CreateCPUAccelerator(Context context, CPUAcceleratorMode mode) =>
        CreateCPUAccelerator(context, mode, ThreadPriority.Normal);

    public CPUAccelerator CreateCPUAccelerator(Context context, CPUAcceleratorMode mode, ThreadPriority threadPriority)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Track(new CPUAccelerator(context, this, mode, threadPriority));
    }
}
