using System.Globalization;
using FlowLab.Accelerators.Simd;
using ILGPU.Runtime.CPU;

namespace FlowLab.Host.Devices;

/// <summary>The processor, by its vectors and by ILGPU's emulation of a GPU.</summary>
internal static class ProcessorSurvey
{
    // The smallest shape of ILGPU's that takes the groups of all kernels of the engine, which have up to 64 threads there.
    private const int EmulatedWarpSize = 4;
    private const int EmulatedWarps = 16;
    private const int EmulatedMultiprocessors = 1;

    public static DeviceSurvey OfVectors()
    {
        SimdDevice device = new();
        string[] abilities =
            ["kernels", "double", "atomics of 32 and 64 bits", string.Create(CultureInfo.InvariantCulture, $"vectors of {device.VectorBits} bits")];
        DeviceDriver driver = new(
            DeviceDriver.Simd, abilities, Refusal: null, (context, threads) => new SimdDevice(threads).CreateSimdAccelerator(context));
        return new([new(DeviceName.Cpu, DeviceName.Cpu, device.Name, "", device.NumMultiprocessors, device.MemorySize, [driver])], []);
    }

    public static DeviceSurvey OfEmulation()
    {
        CPUDevice device = new(EmulatedWarpSize, EmulatedWarps, EmulatedMultiprocessors);
        string[] abilities =
            ["kernels in their C#, slowly, for debugging", "double", "atomics of 32 and 64 bits", string.Create(CultureInfo.InvariantCulture, $"warps of {device.WarpSize}")];
        DeviceDriver driver = new(DeviceDriver.IlgpuCpu, abilities, Refusal: null, (context, _) => device.CreateCPUAccelerator(context));
        long memorySize = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        return new([new(DeviceName.IlgpuCpu, DeviceName.IlgpuCpu, device.Name, "", device.NumMultiprocessors, memorySize, [driver])], []);
    }
}
