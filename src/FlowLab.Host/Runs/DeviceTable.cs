using System.Globalization;
using ILGPU;
using FlowLab.Accelerators.Simd;

namespace FlowLab.Host.Runs;

/// <summary>The devices of the machine as lines of text. With ILGPU's own packages, which know of usable devices only, there are no reasons.</summary>
internal static class DeviceTable
{
    private const double BytesPerGibibyte = 1 << 30;
    private const int NameWidth = 10;

    /// <summary>The name for <c>--device</c> in front.</summary>
    public static IEnumerable<string> Lines()
    {
        using Context context = DeviceName.ContextOfOthers();
        SimdDevice cpu = new();
        return
        [
            Line(DeviceName.Cpu, cpu.Name, cpu.NumMultiprocessors, cpu.MemorySize),
            .. DeviceName.Of(context).Select(choice => Line(choice.Name, choice.Device.Name, choice.Device.NumMultiprocessors, choice.Device.MemorySize)),
        ];
    }

    private static string Line(string name, string title, int multiprocessors, long memorySize) => string.Create(
        CultureInfo.InvariantCulture, $"{name.PadRight(NameWidth)}{title}, {multiprocessors} multiprocessors, {memorySize / BytesPerGibibyte:F1} GiB");
}
