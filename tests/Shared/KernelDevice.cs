namespace FlowLab.Tests;

/// <summary>The accelerators that kernels are tested on.</summary>
public enum KernelDevice
{
    /// <summary>Vector code on the processor.</summary>
    Simd,

    /// <summary>ILGPU's own emulation of a GPU, slow.</summary>
    IlgpuCpu,

    /// <summary>Our OpenCL 1.2, on the first OpenCL device.</summary>
    OpenCl12,

    /// <summary>ILGPU's OpenCL, on the first device that it accepts.</summary>
    IlgpuOpenCl,
}
