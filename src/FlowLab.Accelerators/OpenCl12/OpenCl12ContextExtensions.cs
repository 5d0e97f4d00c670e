using System.Globalization;
using System.Runtime.CompilerServices;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>Ways to an <see cref="OpenCl12Accelerator"/>.</summary>
public static class OpenCl12ContextExtensions
{
    /// <summary>
    /// Lists the OpenCL devices of the machine among those of the context; none where there is no OpenCL. Call it after the methods that list
    /// ILGPU's own devices: ILGPU takes the first OpenCL devices of a context for its own.
    /// </summary>
    public static Context.Builder OpenCl12(this Context.Builder builder) => builder.OpenCl12(static _ => true);

    /// <inheritdoc cref="OpenCl12(Context.Builder)"/>
    /// <param name="builder">The builder of the context.</param>
    /// <param name="predicate">Which devices are listed.</param>
    public static Context.Builder OpenCl12(this Context.Builder builder, Predicate<OpenCl12Device> predicate)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var registry = RegistryOf(builder);
        foreach (var device in OpenCl12Device.GetDevices(predicate))
            registry.Register(device);
        return builder;
    }

    /// <summary>An accelerator of a device of the machine, which need not be listed.</summary>
    /// <param name="context">The context that owns the accelerator.</param>
    /// <param name="index">The position in <see cref="OpenCl12Device.GetDevices()"/>, from 0 on.</param>
    /// <exception cref="ArgumentOutOfRangeException">FLK316: there is no such device.</exception>
    public static OpenCl12Accelerator CreateOpenCl12Accelerator(this Context context, int index)
    {
        var devices = OpenCl12Device.GetDevices();
        return (uint)index < (uint)devices.Length ? devices[index].CreateOpenCl12Accelerator(context) : throw NoDevice(index, devices.Length);
    }

    private static ArgumentOutOfRangeException NoDevice(int index, int count)
    {
        var reason = count > 0 ? "" : $": {OpenClInstallation.Current.Fault ?? "kernels run on none of its OpenCL devices; flowlab devices says why"}";
        return new(
            nameof(index), index, string.Create(CultureInfo.InvariantCulture, $"FLK316: there is no OpenCL device {index}; the machine has {count}{reason}."));
    }

    // The one internal member that is used, because listing devices is closed to other packages.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_DeviceRegistry")]
    private static extern DeviceRegistry RegistryOf(Context.Builder builder);
}
