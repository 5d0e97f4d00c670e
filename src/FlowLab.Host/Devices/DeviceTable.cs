using System.Globalization;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Host.Devices;

/// <summary>The devices of the machine as lines of text.</summary>
internal static class DeviceTable
{
    private const double BytesPerGibibyte = 1 << 30;
    private const int NameWidth = 12;

    /// <summary>
    /// The name for <c>--device</c> in front, without number where it cannot be used; below it the accelerator that drives it, and what kernels
    /// may use, or why there is none.
    /// </summary>
    public static IEnumerable<string> Lines()
    {
        DeviceSurvey survey = DeviceSurvey.Take();
        using Context context = RunDevice.CreateContext();
        foreach (DeviceOffer offer in survey.Offers)
            foreach (string line in Lines(offer, Open(offer, context)))
                yield return line;
        foreach (string note in survey.Notes)
            yield return note;
    }

    /// <summary>The same for programs: a device per line.</summary>
    public static IEnumerable<DeviceRow> Rows()
    {
        DeviceSurvey survey = DeviceSurvey.Take();
        using Context context = RunDevice.CreateContext();
        foreach (DeviceOffer offer in survey.Offers)
        {
            DeviceOpening opening = Open(offer, context);
            string reason = opening.Refusals.Count == 0 && opening.Driver is not null ? "" : opening.Reason;
            yield return new DeviceRow(offer.Name, offer.Kind, offer.Title, offer.Platform, offer.Multiprocessors, offer.MemorySize, opening.Driver?.Title ?? "", opening.Driver?.Abilities ?? [], reason);
        }
    }

    private static IEnumerable<string> Lines(DeviceOffer offer, DeviceOpening opening)
    {
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{(opening.Driver is null ? offer.Kind : offer.Name).PadRight(NameWidth)}{offer.Title}, {offer.Multiprocessors} {(offer.Multiprocessors == 1 ? "multiprocessor" : "multiprocessors")}, {offer.MemorySize / BytesPerGibibyte:F1} GiB");
        if (offer.Platform.Length > 0)
            yield return Below(offer.Platform);
        if (opening.Driver is { } driver)
        {
            yield return Below($"driven by {driver.Title}{(opening.Refusals.Count == 0 ? "" : $" (not by {opening.Reason})")}");
            yield return Below(string.Join(", ", driver.Abilities));
        }
        else
            yield return Below($"not used: {opening.Reason}");
    }

    private static DeviceOpening Open(DeviceOffer offer, Context context)
    {
        DeviceOpening opening = DeviceOpening.Of(offer, context, Environment.ProcessorCount, isProbed: true);
        opening.Accelerator?.Dispose();
        return opening;
    }

    private static string Below(string text) => new string(' ', NameWidth) + text;
}
