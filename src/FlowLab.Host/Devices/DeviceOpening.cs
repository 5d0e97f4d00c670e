using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Host.Devices;

/// <summary>An attempt to use a device: its accelerator, checked, or why there is none.</summary>
/// <param name="Accelerator">The accelerator, or null.</param>
/// <param name="Driver">What drives the device, if anything does.</param>
/// <param name="Refusals">Why the drivers that come first do not.</param>
internal sealed record DeviceOpening(Accelerator? Accelerator, DeviceDriver? Driver, IReadOnlyList<string> Refusals)
{
    /// <summary>All refusals in one line.</summary>
    public string Reason => string.Join("; ", Refusals);

    /// <summary>Whether one of the drivers of a device works.</summary>
    public static bool IsUsable(DeviceOffer offer)
    {
        using Context context = RunDevice.CreateContext();
        using Accelerator? accelerator = Of(offer, context, Environment.ProcessorCount, isProbed: true).Accelerator;
        return accelerator is not null;
    }

    /// <summary>Opens the device by the first of its drivers that works.</summary>
    /// <param name="offer">The device.</param>
    /// <param name="context">The context that will own the accelerator.</param>
    /// <param name="threads">Threads on the processor.</param>
    /// <param name="isProbed">Whether the probe kernels must run and be right.</param>
    public static DeviceOpening Of(DeviceOffer offer, Context context, int threads, bool isProbed)
    {
        var refusals = new List<string>();
        foreach (DeviceDriver driver in offer.Drivers)
        {
            (Accelerator? accelerator, string? fault) = driver.Refusal is { } refusal ? (null, refusal) : Try(driver, context, threads, isProbed);
            if (accelerator is not null)
                return new DeviceOpening(accelerator, driver, refusals);
            refusals.Add($"{driver.Title}: {fault}");
        }
        return new DeviceOpening(null, null, refusals);
    }

    private static (Accelerator? Accelerator, string? Fault) Try(DeviceDriver driver, Context context, int threads, bool isProbed)
    {
        Accelerator? accelerator = null;
        try
        {
            accelerator = driver.Create(context, threads);
            if (!isProbed || DeviceProbe.FaultOf(accelerator) is not { } fault)
                return (accelerator, null);
            accelerator.Dispose();
            return (null, fault);
        }
#pragma warning disable CA1031 // Whatever a driver throws is about this device and must not stop the others.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            accelerator?.Dispose();
            return (null, DeviceFaults.DriverFailed(failure));
        }
    }
}
