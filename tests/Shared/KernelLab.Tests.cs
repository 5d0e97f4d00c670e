namespace FlowLab.Tests;

/// <summary>The part that needs a test framework; where the machine has no accelerator of the kind, the test is skipped and says so.</summary>
internal sealed partial class KernelLab
{
    /// <param name="device">The kind of accelerator.</param>
    /// <param name="threads">Threads of the SIMD accelerator.</param>
    public static KernelLab Open(KernelDevice device = KernelDevice.Simd, int threads = 2)
    {
        if (OpenIfThere(device, threads) is { } lab)
            return lab;
        Assert.Ignore(device == KernelDevice.IlgpuOpenCl
            ? "No OpenCL device that ILGPU accepts: it asks for generic address space. 'flowlab devices' says what there is."
            : "No OpenCL device to test on; 'flowlab devices' says why.");
        throw new InvalidOperationException("unreachable");
    }
}
