using System.Collections.Immutable;
using System.Numerics;
using ILGPU.Backends.Cpu;

namespace ILGPU.Runtime.CPU;

/// <summary>The processor as a device: a launch runs on <see cref="Device.NumMultiprocessors"/> threads, the caller among them.</summary>
public sealed class CPUDevice : Device
{
    private const int DefaultGroupSize = 1024;

    /// <summary>One multiprocessor per processor of the machine; a warp is a vector.</summary>
    public static readonly CPUDevice Default =
        new(VectorTable.MostLanes, DefaultGroupSize / VectorTable.MostLanes, Environment.ProcessorCount);

    /// <summary>One thread that is grouped as an NVIDIA GPU groups: warps of 32, groups of up to 1024.</summary>
    public static readonly CPUDevice Nvidia = new(32, 32, 1);

    /// <summary>One thread that is grouped as an AMD GPU groups: warps of 32, groups of up to 256.</summary>
    public static readonly CPUDevice AMD = new(32, 8, 1);

    /// <summary>One thread that is grouped as an older (GCN) AMD GPU groups: warps of 64, groups of up to 256.</summary>
    public static readonly CPUDevice LegacyAMD = new(64, 4, 1);

    /// <summary>One thread that is grouped as an Intel GPU groups: warps of 16, groups of up to 128.</summary>
    public static readonly CPUDevice Intel = new(16, 8, 1);

    /// <summary>One device per <see cref="CPUDeviceKind"/>, in its order.</summary>
    public static readonly ImmutableArray<CPUDevice> All = [Default, Nvidia, AMD, LegacyAMD, Intel];

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
        MaxSharedMemoryPerGroup = int.MaxValue;
        MaxConstantMemory = int.MaxValue;
        WarpSize = numThreadsPerWarp;
        MaxNumThreadsPerGroup = numThreadsPerWarp * numWarpsPerMultiprocessor;
        MaxNumThreadsPerMultiprocessor = MaxNumThreadsPerGroup;
        NumMultiprocessors = numMultiprocessors;
        MaxGridSize = new(int.MaxValue);
        MaxGroupSize = new(MaxNumThreadsPerGroup);
    }

    public int NumThreads => MaxNumThreads;

    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public static CPUDevice GetDevice(CPUDeviceKind kind) => Enum.IsDefined(kind)
        ? All[(int)kind]
        : throw new ArgumentOutOfRangeException(nameof(kind), kind, $"The kinds are {string.Join(", ", Enum.GetNames<CPUDeviceKind>())}.");

    public static ImmutableArray<Device> GetDevices(Predicate<CPUDevice> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return [.. All.Where(device => predicate(device))];
    }

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
