using System.Collections.Immutable;
using ILGPU.Backends.OpenCL;

namespace ILGPU.Runtime.OpenCL;

/// <summary>A device of an OpenCL platform: OpenCL C 1.2 is enough, without generic address space and without double.</summary>
public sealed partial class CLDevice : Device
{
    /// <exception cref="InvalidOperationException">FLK310: there is no OpenCL, or the handles are no device of it.</exception>
    public CLDevice(IntPtr platformId, IntPtr deviceId)
    {
        CLInstallation.Require();
        PlatformId = platformId;
        DeviceId = deviceId;
        AcceleratorType = AcceleratorType.OpenCL;
        Name = Text(CLInfo.DeviceName);
        VendorName = Text(CLInfo.DeviceVendor);
        PlatformName = CLPlatform.TextOf(platformId, CLInfo.PlatformName);
        Version = Text(CLInfo.DeviceVersion);
        DriverVersion = Text(CLInfo.DriverVersion);
        Extensions = [.. Text(CLInfo.DeviceExtensions).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        ClockRate = Value<int>(CLInfo.DeviceMaxClockFrequency);
        FloatingPoint = Value<CLFloatingPoint>(CLInfo.DeviceSingleFpConfig);
        Target = CLTarget.Of(this);
        Refusal = CLRefusal.Of(CLDeviceFacts.Of(this));

        MemorySize = Clamped(Value<ulong>(CLInfo.DeviceGlobalMemSize));
        LargestBuffer = Clamped(Value<ulong>(CLInfo.DeviceMaxMemAllocSize));
        LargestParameters = (int)Value<nuint>(CLInfo.DeviceMaxParameterSize);
        NumMultiprocessors = Value<int>(CLInfo.DeviceMaxComputeUnits);
        MaxNumThreadsPerGroup = (int)Value<nuint>(CLInfo.DeviceMaxWorkGroupSize);
        MaxNumThreadsPerMultiprocessor = MaxNumThreadsPerGroup;
        MaxSharedMemoryPerGroup = (int)Math.Min(Value<ulong>(CLInfo.DeviceLocalMemSize), int.MaxValue);
        MaxConstantMemory = (int)Math.Min(Value<ulong>(CLInfo.DeviceMaxConstantBufferSize), int.MaxValue);
        MaxGridSize = CLLaunchShape.LargestGrid;
        MaxGroupSize = GroupSizes();
        WarpSize = Target.WarpSize;
    }

    public IntPtr PlatformId { get; }

    public IntPtr DeviceId { get; }

    public string PlatformName { get; }

    public string VendorName { get; }

    /// <summary>In MHz.</summary>
    public int ClockRate { get; }

    public ImmutableArray<string> Extensions { get; }

    /// <summary>The version of OpenCL and what the vendor adds to it.</summary>
    internal string Version { get; }

    internal string DriverVersion { get; }

    internal CLFloatingPoint FloatingPoint { get; }

    internal OpenClTarget Target { get; }

    /// <summary>Why no kernels run on the device, or null.</summary>
    internal string? Refusal { get; }

    /// <summary>The largest buffer in bytes.</summary>
    internal long LargestBuffer { get; }

    /// <summary>The room for the arguments of a kernel in bytes.</summary>
    internal int LargestParameters { get; }

    /// <summary>The devices of the machine that kernels run on and that the caller wants; none where there is no OpenCL.</summary>
    public static ImmutableArray<Device> GetDevices(Predicate<CLDevice> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return [.. CLInstallation.Current.Devices.Where(device => device.Refusal is null && predicate(device))];
    }

    public override Accelerator CreateAccelerator(Context context) => CreateCLAccelerator(context);

    /// <exception cref="NotSupportedException">FLK316: kernels do not run on the device.</exception>
    public CLAccelerator CreateCLAccelerator(Context context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Refusal is not null)
            throw new NotSupportedException($"FLK316: kernels do not run on {this}: {Refusal}. Choose another device; flowlab devices lists them.");
        return context.Track(new CLAccelerator(context, this));
    }

    public bool HasExtension(string extension) => Extensions.Contains(extension);

    public bool HasAllExtensions<TCollection>(TCollection extensions)
        where TCollection : IEnumerable<string> =>
        extensions.All(HasExtension);

    public bool HasAnyExtension<TCollection>(TCollection extensions)
        where TCollection : IEnumerable<string> =>
        extensions.Any(HasExtension);

    public override bool Equals(object? obj) => obj is CLDevice other && other.DeviceId == DeviceId;

    public override int GetHashCode() => DeviceId.GetHashCode();
}
