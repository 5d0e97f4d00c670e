using System.Globalization;

namespace ILGPU.Runtime.OpenCL;

/// <summary>Registers OpenCL devices with a context and creates accelerators from them.</summary>
public static class CLContextExtensions
{
    /// <summary>Registers every OpenCL device that kernels run on; none where there is no OpenCL.</summary>
    public static Context.Builder OpenCL(this Context.Builder builder) => builder.OpenCL(static _ => true);

    /// <summary>Registers the OpenCL devices that the caller wants.</summary>
    public static Context.Builder OpenCL(this Context.Builder builder, Predicate<CLDevice> predicate)
    {
        ArgumentNullException.ThrowIfNull(builder);
        foreach (var device in CLDevice.GetDevices(predicate))
            builder.Add(device);
        return builder;
    }

    /// <exception cref="ArgumentOutOfRangeException">There is no such device.</exception>
    public static CLDevice GetCLDevice(this Context context, int clDeviceIndex)
    {
        var devices = context.GetCLDevices();
        return (uint)clDeviceIndex < (uint)devices.Count ? devices[clDeviceIndex] : throw NoDevice(clDeviceIndex, devices.Count);
    }

    public static Context.DeviceCollection<CLDevice> GetCLDevices(this Context context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.GetDevices<CLDevice>();
    }

    /// <inheritdoc cref="GetCLDevice"/>
    public static CLAccelerator CreateCLAccelerator(this Context context, int clDeviceIndex) =>
        context.GetCLDevice(clDeviceIndex).CreateCLAccelerator(context);

    private static ArgumentOutOfRangeException NoDevice(int index, int count)
    {
        var reason = count > 0 ? "" : $": {CLInstallation.Current.Fault ?? "none was registered, or kernels run on none; flowlab devices says why"}";
        return new(
            nameof(index), index, string.Create(CultureInfo.InvariantCulture, $"FLK316: there is no OpenCL device {index}; the context has {count}{reason}."));
    }
}
