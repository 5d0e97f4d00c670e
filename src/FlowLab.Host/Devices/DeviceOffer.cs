namespace FlowLab.Host.Devices;

/// <summary>A device of the machine under one of the names of <c>--device</c>.</summary>
/// <param name="Kind">One of <see cref="DeviceName"/>.</param>
/// <param name="Name">The kind, with a number where there can be several and something takes the device.</param>
/// <param name="Title">The name that it has from its vendor.</param>
/// <param name="Platform">Platform, version and driver, where there are some.</param>
/// <param name="Multiprocessors">Compute units.</param>
/// <param name="MemorySize">The memory in bytes.</param>
/// <param name="Drivers">What may drive it, the preferred first.</param>
internal sealed record DeviceOffer(
    string Kind, string Name, string Title, string Platform, int Multiprocessors, long MemorySize, IReadOnlyList<DeviceDriver> Drivers)
{
    /// <summary>Nothing takes it, so that it has no number.</summary>
    public bool IsRefused => Drivers.All(driver => driver.Refusal is not null);

    /// <summary>Gives numbers to the devices of a kind that something takes.</summary>
    public static IReadOnlyList<DeviceOffer> Numbered(IEnumerable<DeviceOffer> offers)
    {
        int index = 0;
        return [.. offers.Select(offer => offer.IsRefused ? offer : offer with { Name = DeviceName.Of(offer.Kind, index++) })];
    }
}
