using System.Globalization;

namespace FlowLab.Host.Devices;

/// <summary>The names that <c>--device</c> takes: a kind and the number of a device of it, whose first one needs no number.</summary>
internal static class DeviceName
{
    /// <summary>The vectors of the processor, the default.</summary>
    public const string Cpu = "cpu";

    /// <summary>OpenCL devices: by ILGPU's accelerator where it takes them and works, by ours for the rest.</summary>
    public const string OpenCl = "opencl";

    /// <summary>OpenCL devices by our accelerator.</summary>
    public const string OpenCl12 = "opencl12";

    /// <summary>NVIDIA's devices.</summary>
    public const string Cuda = "cuda";

    /// <summary>ILGPU's emulation of a GPU on the processor, for debugging.</summary>
    public const string IlgpuCpu = "ilgpu-cpu";

    /// <summary>The kind that a given name begins with.</summary>
    public static string KindOf(string given) => given.Split(':')[0].ToLowerInvariant();

    /// <summary><c>opencl:0</c>.</summary>
    public static string Of(string kind, int index) => string.Create(CultureInfo.InvariantCulture, $"{kind}:{index}");

    /// <summary>Whether a name that somebody gave means the device of another one.</summary>
    public static bool IsSame(string given, string name) =>
        string.Equals(given, name, StringComparison.OrdinalIgnoreCase) || string.Equals($"{given}:0", name, StringComparison.OrdinalIgnoreCase);
}
