using System.Globalization;
#if FLOWLAB_ILGPU
using FlowLab.Devices;
#else
using ILGPU;
using ILGPU.Runtime.CPU;
#endif

namespace FlowLab.Host.Runs;

/// <summary>The devices of the machine as lines of text. With ILGPU's own packages, which know of usable devices only, there are no reasons.</summary>
internal static class DeviceTable
{
    private const double BytesPerGibibyte = 1 << 30;
    private const int NameWidth = 10;

#if FLOWLAB_ILGPU
    /// <summary>The name for <c>--device</c> in front, below it what FlowLab may use the device for, or why it does not.</summary>
    public static IEnumerable<string> Lines()
    {
        DeviceSurvey survey = DeviceSurvey.Take();
        foreach (DeviceReport device in survey.Devices)
        {
            yield return Line(NameOf(device), device.Name, device.Multiprocessors, device.MemorySize);
            if (device.Driver.Length > 0)
                yield return Below(device.Driver);
            yield return Below(device.Refusal is null ? string.Join(", ", device.Abilities) : $"not used: {device.Refusal}");
        }

        foreach (string note in survey.Notes)
            yield return note;
    }

    private static string NameOf(DeviceReport device) =>
        device.Refusal is not null || device.Kind == "cpu" ? device.Kind : string.Create(CultureInfo.InvariantCulture, $"{device.Kind}:{device.Index}");

    private static string Below(string text) => new string(' ', NameWidth) + text;
#else
    /// <summary>The name for <c>--device</c> in front.</summary>
    public static IEnumerable<string> Lines()
    {
        using Context context = DeviceName.ContextOfOthers();
        CPUDevice cpu = CPUDevice.Default;
        return
        [
            Line(DeviceName.Cpu, cpu.Name, cpu.NumMultiprocessors, cpu.MemorySize),
            .. DeviceName.Of(context).Select(choice => Line(choice.Name, choice.Device.Name, choice.Device.NumMultiprocessors, choice.Device.MemorySize)),
        ];
    }
#endif

    private static string Line(string name, string title, int multiprocessors, long memorySize) => string.Create(
        CultureInfo.InvariantCulture, $"{name.PadRight(NameWidth)}{title}, {multiprocessors} multiprocessors, {memorySize / BytesPerGibibyte:F1} GiB");
}
