using FlowLab.Accelerators.OpenCl12;
using FlowLab.Accelerators.Simd;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.OpenCL;

namespace FlowLab.Tests;

/// <summary>An accelerator to run kernels on.</summary>
internal sealed partial class KernelLab : IDisposable
{
    // Threads in the groups that our products need; ILGPU makes each a thread of the machine.
    private const int EmulatedThreads = 64;

    private readonly Context _context;

    private KernelLab(Context context, Accelerator accelerator) => (_context, Accelerator) = (context, accelerator);

    public Accelerator Accelerator { get; }

    /// <summary>An accelerator of a kind; null where the machine has none.</summary>
    /// <param name="device">The kind of accelerator.</param>
    /// <param name="threads">Threads of the SIMD accelerator.</param>
    public static KernelLab? OpenIfThere(KernelDevice device, int threads = 2)
    {
        Context context = Context.Create(builder => ListDevices(builder, device).EnableAlgorithms());
        if (AcceleratorOf(context, device, threads) is { } accelerator)
            return new KernelLab(context, accelerator);
        context.Dispose();
        return null;
    }

    public void Dispose()
    {
        Accelerator.Dispose();
        _context.Dispose();
    }

    private static Context.Builder ListDevices(Context.Builder builder, KernelDevice device) => device switch
    {
        KernelDevice.IlgpuCpu => builder.CPU(new CPUDevice(4, EmulatedThreads / 4, 1)),
        KernelDevice.IlgpuOpenCl => builder.OpenCL(),
        _ => builder,
    };

    private static Accelerator? AcceleratorOf(Context context, KernelDevice device, int threads) => device switch
    {
        KernelDevice.Simd => context.CreateSimdAccelerator(threads),
        KernelDevice.IlgpuCpu => context.CreateCPUAccelerator(0),
        KernelDevice.OpenCl12 => OpenCl12Device.GetDevices().IsEmpty ? null : context.CreateOpenCl12Accelerator(0),
        KernelDevice.IlgpuOpenCl => context.GetCLDevices().Count == 0 ? null : context.CreateCLAccelerator(0),
        _ => OpenCl12Device.GetDevices().FirstOrDefault()?.CreateAccelerator(context),
    };
}
