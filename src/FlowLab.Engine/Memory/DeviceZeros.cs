using System.Runtime.CompilerServices;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Memory;

/// <summary>
/// Zeroes parts of buffers. ILGPU 1.5.3 multiplies the offset of a part by the size of its elements once too often when it fills memory of its own OpenCL
/// accelerator (CLMemoryBuffer.CLMemSet), and so fills another part, or fails with CL_INVALID_VALUE; there a kernel does it.
/// </summary>
internal static class DeviceZeros
{
    private static readonly ConditionalWeakTable<Accelerator, Action<Index1D, ArrayView<float>>> Kernels = [];

    /// <summary>Fills a part of a buffer with zeros.</summary>
    public static void Fill(ArrayView<float> part)
    {
        Accelerator accelerator = part.GetAccelerator();
        if (accelerator.AcceleratorType == AcceleratorType.OpenCL)
            Kernels.GetValue(accelerator, device => device.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>>(Zero))(new Index1D(checked((int)part.Length)), part);
        else
            part.MemSetToZero();
    }

    private static void Zero(Index1D index, ArrayView<float> part) => part[index] = 0f;
}
