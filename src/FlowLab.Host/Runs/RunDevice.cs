using FlowLab.Accelerators.Simd;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Algorithms;

namespace FlowLab.Host.Runs;

/// <summary>The device that a run computes on.</summary>
public sealed class RunDevice : IDisposable
{
    private readonly Context _context;

    private RunDevice(Context context, Accelerator accelerator, int threads)
    {
        _context = context;
        Accelerator = accelerator;
        Threads = threads;
    }

    /// <summary>Where kernels run.</summary>
    public Accelerator Accelerator { get; }

    /// <summary>Host threads that kernels use on the CPU.</summary>
    public int Threads { get; }

    /// <summary>Opens the device that <c>--device</c> names.</summary>
    /// <param name="name">cpu, opencl or opencl:1.</param>
    /// <param name="threads">Threads on the CPU; null takes one per core.</param>
    public static RunDevice Open(string name, int? threads)
    {
        int count = threads ?? Environment.ProcessorCount;
        if (count is < 1 or > 1024)
            throw new FlowLabException("FLR021", $"--threads is {count}; allowed: 1 to 1024.");
        return DeviceName.IsSame(name, DeviceName.Cpu) ? OpenCpu(count) : OpenOther(name, count);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Accelerator.Dispose();
        _context.Dispose();
    }

    private static RunDevice OpenCpu(int threads)
    {
        Context context = Context.Create(builder => builder.EnableAlgorithms());
        return new RunDevice(context, context.CreateSimdAccelerator(threads), threads);
    }

    private static RunDevice OpenOther(string name, int threads)
    {
        Context context = DeviceName.ContextOfOthers();
        IReadOnlyList<(string Name, Device Device)> choices = DeviceName.Of(context);
        if (choices.FirstOrDefault(choice => DeviceName.IsSame(name, choice.Name)).Device is { } device)
            return new RunDevice(context, device.CreateAccelerator(context), threads);
        context.Dispose();
        throw new FlowLabException(
            "FLR020",
            $"there is no device '{name}'. Allowed: {string.Join(", ", [DeviceName.Cpu, .. choices.Select(choice => choice.Name)])}. 'flowlab devices' lists what this machine has, and why some of it cannot be used.");
    }
}
