using System.Globalization;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace FlowLab.Host.Runs;

/// <summary>The names that <c>--device</c> takes: <c>cpu</c>, and kind and number of the others, such as <c>opencl:0</c>, whose first one needs no number.</summary>
internal static class DeviceName
{
    /// <summary>The name of the processor, the default.</summary>
    public const string Cpu = "cpu";

    /// <summary>A context with all devices but the processor, whose drivers are only asked here.</summary>
    public static Context ContextOfOthers() => Context.Create(builder => builder.Cuda().OpenCL().EnableAlgorithms());

    /// <summary>The devices of such a context with their names.</summary>
    public static IReadOnlyList<(string Name, Device Device)> Of(Context context)
    {
        var counts = new Dictionary<AcceleratorType, int>();
        var names = new List<(string, Device)>();
        foreach (Device device in context)
        {
            int index = counts.GetValueOrDefault(device.AcceleratorType);
            counts[device.AcceleratorType] = index + 1;
            names.Add((string.Create(CultureInfo.InvariantCulture, $"{device.AcceleratorType.ToString().ToLowerInvariant()}:{index}"), device));
        }

        return names;
    }

    /// <summary>Whether a name that somebody gave means the device of another one.</summary>
    public static bool IsSame(string given, string name) =>
        string.Equals(given, name, StringComparison.OrdinalIgnoreCase) || string.Equals($"{given}:0", name, StringComparison.OrdinalIgnoreCase);
}
