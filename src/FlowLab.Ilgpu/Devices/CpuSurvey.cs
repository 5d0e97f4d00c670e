using System.Runtime.Intrinsics;
using ILGPU.Runtime.CPU;

namespace FlowLab.Devices;

/// <summary>The processor.</summary>
internal static class CpuSurvey
{
    internal static DeviceReport Take()
    {
        var device = CPUDevice.Default;
        return new("cpu", 0, device.Name, "", device.NumMultiprocessors, device.MemorySize, ["kernels", "double", "atomics of 32 and 64 bits", VectorsOf()], Refusal: null);
    }

    private static string VectorsOf() =>
        Vector512.IsHardwareAccelerated ? "vectors of 512 bits" : Vector256.IsHardwareAccelerated ? "vectors of 256 bits" : "vectors of 128 bits";
}
