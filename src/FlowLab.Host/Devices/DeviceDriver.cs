using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Host.Devices;

/// <summary>An accelerator class that may drive a device.</summary>
/// <param name="Title">As it is listed: "ILGPU's OpenCL".</param>
/// <param name="Abilities">What kernels may use by it, and where arithmetic is less exact than C#'s.</param>
/// <param name="Refusal">Why it does not take the device, as far as it says so beforehand; or null.</param>
/// <param name="Create">Begins to use the device; the number of threads matters on the processor only.</param>
internal sealed record DeviceDriver(string Title, IReadOnlyList<string> Abilities, string? Refusal, Func<Context, int, Accelerator> Create)
{
    public const string Simd = "SIMD of FlowLab.Accelerators";
    public const string OpenCl12 = "OpenCL 1.2 of FlowLab.Accelerators";
    public const string IlgpuCpu = "ILGPU's CPU emulation";
    public const string IlgpuOpenCl = "ILGPU's OpenCL";
    public const string IlgpuCuda = "ILGPU's CUDA";

    /// <summary>A driver that will not do.</summary>
    public static DeviceDriver Refused(string title, string refusal) => new(title, [], refusal, (_, _) => throw new NotSupportedException(refusal));
}
