using FlowLab.Accelerators.OpenCl12;
using FlowLab.Accelerators.Simd;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.OpenCL;

namespace FlowLab.Tests;

/// <summary>An accelerator for a test; where the machine has none of the kind, the test is skipped and says so.</summary>
internal sealed class KernelLab : IDisposable
{
    // Threads in the groups that our products need; ILGPU makes each a thread of the machine.
    private const int EmulatedThreads = 64;

    private readonly Context _context;

    private KernelLab(Context context, Accelerator accelerator) => (_context, Accelerator) = (context, accelerator);

    public Accelerator Accelerator { get; }

    /// <param name="device">The kind of accelerator.</param>
    /// <param name="threads">Threads of the SIMD accelerator.</param>
    public static KernelLab Open(KernelDevice device = KernelDevice.Simd, int threads = 2)
    {
        Context context = Context.Create(builder => ListDevices(builder, device).EnableAlgorithms());
        if (AcceleratorOf(context, device, threads) is { } accelerator)
            return new KernelLab(context, accelerator);
        context.Dispose();
        Assert.Ignore(device == KernelDevice.IlgpuOpenCl
            ? "No OpenCL device that ILGPU accepts: it asks for generic address space. 'flowlab devices' says what there is."
            : "No OpenCL device to test on; 'flowlab devices' says why.");
        throw new InvalidOperationException("unreachable");
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
        KernelDevice.IlgpuOpenCl => context.GetCLDevices().Count == 0 ? null : context.CreateCLAccelerator(0),
        _ => OpenCl12Device.GetDevices().FirstOrDefault()?.CreateAccelerator(context),
    };
}
