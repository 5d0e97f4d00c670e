using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace FlowLab.Host.Runs;

/// <summary>The device that a run computes on.</summary>
public sealed class RunDevice : IDisposable
{
    private const string CpuName = "cpu";

    private readonly Context _context;

    private RunDevice(Context context, Accelerator accelerator, int threads)
    {
        _context = context;
        Accelerator = accelerator;
        Threads = threads;
    }

    /// <summary>Where kernels run.</summary>
    public Accelerator Accelerator { get; }

    /// <summary>Host threads that kernels use.</summary>
    public int Threads { get; }

    /// <summary>Opens the device that <c>--device</c> names.</summary>
    /// <param name="name">cpu.</param>
    /// <param name="threads">Threads on the CPU; null takes one per core.</param>
    public static RunDevice Open(string name, int? threads)
    {
        if (!string.Equals(name, CpuName, StringComparison.OrdinalIgnoreCase))
            {
            throw new FlowLabException(
                "FLR020", $"there is no device '{name}'. Allowed: cpu. 'flowlab devices' lists what this machine has.");
        }
        int count = threads ?? Environment.ProcessorCount;
        if (count is < 1 or > 1024)
            throw new FlowLabException("FLR021", $"--threads is {count}; allowed: 1 to 1024.");
        Context context = Context.Create(builder => builder.CPU(new CPUDevice(2, 1, count)));
        return new RunDevice(context, context.CreateCPUAccelerator(0), count);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Accelerator.Dispose();
        _context.Dispose();
    }
}
