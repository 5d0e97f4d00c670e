using System.Collections.Immutable;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>A device of an OpenCL platform: OpenCL C 1.2 is enough, without generic address space and without double.</summary>
[DeviceType(AcceleratorType.OpenCL)]
public sealed partial class OpenCl12Device : Device
{
    /// <param name="platformId">The handle of a platform.</param>
    /// <param name="deviceId">The handle of one of its devices.</param>
    /// <exception cref="NotSupportedException">FLK316: there is no OpenCL.</exception>
    /// <exception cref="OpenCl12Exception">FLK310: the handles are no device of it.</exception>
    public OpenCl12Device(nint platformId, nint deviceId)
    {
        OpenClInstallation.Require();
        PlatformId = platformId;
        DeviceId = deviceId;
        Name = Text(OpenClInfo.DeviceName);
        VendorName = Text(OpenClInfo.DeviceVendor);
        PlatformName = OpenClPlatform.TextOf(platformId, OpenClInfo.PlatformName);
        Version = Text(OpenClInfo.DeviceVersion);
        DriverVersion = Text(OpenClInfo.DriverVersion);
        Extensions = [.. Text(OpenClInfo.DeviceExtensions).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        ClockRate = Value<int>(OpenClInfo.DeviceMaxClockFrequency);
        FloatingPoint = Value<OpenClFloatingPoint>(OpenClInfo.DeviceSingleFpConfig);
        Target = OpenClDeviceTarget.Of(this);
        Refusal = OpenClDeviceRefusal.Of(OpenClDeviceFacts.Of(this));
        TakeLimits();
    }

    /// <summary>The handle of the platform.</summary>
    public nint PlatformId { get; }

    /// <summary>The handle of the device.</summary>
    public nint DeviceId { get; }

    /// <summary>The name that the driver gives itself.</summary>
    public string PlatformName { get; }

    /// <summary>Who made the device.</summary>
    public string VendorName { get; }

    /// <summary>The version of OpenCL and what the vendor adds to it.</summary>
    public string Version { get; }

    /// <summary>The version of the driver.</summary>
    public string DriverVersion { get; }

    /// <summary>In MHz.</summary>
    public int ClockRate { get; }

    /// <summary>What the device can beyond OpenCL 1.2.</summary>
    public ImmutableArray<string> Extensions { get; }

    /// <summary>Kernels may compute with double.</summary>
    public bool HasDoubles => Target.HasDoubles;

    /// <summary>Kernels may have atomic operations on 64 bits.</summary>
    public bool HasLongAtomics => Target.HasLongAtomics;

    /// <summary>Why no kernels run on the device, or null.</summary>
    public string? Refusal { get; }

    internal OpenClFloatingPoint FloatingPoint { get; }

    internal OpenClTarget Target { get; }

    /// <summary>The largest buffer in bytes.</summary>
    internal long LargestBuffer { get; private set; }

    /// <summary>The room for the arguments of a kernel in bytes.</summary>
    internal int LargestParameters { get; private set; }

    /// <summary>The devices of the machine that kernels run on; none where there is no OpenCL.</summary>
    public static ImmutableArray<OpenCl12Device> GetDevices() => GetDevices(static _ => true);

    /// <summary>The devices of the machine that kernels run on and that the caller wants; none where there is no OpenCL.</summary>
    public static ImmutableArray<OpenCl12Device> GetDevices(Predicate<OpenCl12Device> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return [.. OpenClInstallation.Current.Devices.Where(device => device.Refusal is null && predicate(device))];
    }

    /// <inheritdoc/>
    public override Accelerator CreateAccelerator(Context context) => CreateOpenCl12Accelerator(context);

    /// <summary>Begins to use the device. As with all of ILGPU, dispose the accelerator before its context.</summary>
    /// <exception cref="NotSupportedException">FLK316: kernels do not run on the device.</exception>
    public OpenCl12Accelerator CreateOpenCl12Accelerator(Context context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Refusal is not null)
            throw new NotSupportedException($"FLK316: kernels do not run on {this}: {Refusal}. Choose another device; flowlab devices lists them.");
        return new(context, this);
    }

    /// <summary>The device has an extension.</summary>
    public bool HasExtension(string extension) => Extensions.Contains(extension);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OpenCl12Device other && other.DeviceId == DeviceId;

    /// <inheritdoc/>
    public override int GetHashCode() => DeviceId.GetHashCode();
}
