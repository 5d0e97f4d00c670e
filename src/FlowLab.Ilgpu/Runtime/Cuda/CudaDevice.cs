using System.Collections.Immutable;
using System.Globalization;

namespace ILGPU.Runtime.Cuda;

/// <summary>A device of NVIDIA, of compute capability 6.0 or newer.</summary>
public sealed partial class CudaDevice : Device
{
    internal CudaDevice(CudaApi api, int driverNumber, int ordinal)
    {
        (Api, DriverNumber, DeviceId) = (api, driverNumber, ordinal);
        Handle = HandleOf(ordinal);
        ComputeCapability = (Value(CudaAttribute.ComputeCapabilityMajor), Value(CudaAttribute.ComputeCapabilityMinor));
        Name = NameOfDevice();
        AcceleratorType = AcceleratorType.Cuda;
        MemorySize = TotalMemory();
        WarpSize = Value(CudaAttribute.WarpSize);
        NumMultiprocessors = Value(CudaAttribute.MultiprocessorCount);
        MaxNumThreadsPerGroup = Value(CudaAttribute.MaxThreadsPerBlock);
        MaxNumThreadsPerMultiprocessor = Value(CudaAttribute.MaxThreadsPerMultiprocessor);
        MaxSharedMemoryPerGroup = Value(CudaAttribute.MaxSharedMemoryPerBlock);
        MaxConstantMemory = Value(CudaAttribute.TotalConstantMemory);
        MaxGridSize = CudaLaunchShape.LargestGrid;
        MaxGroupSize = new(Value(CudaAttribute.MaxBlockDimX), Value(CudaAttribute.MaxBlockDimY), Value(CudaAttribute.MaxBlockDimZ));
        Refusal = CudaRefusal.Of(this);
    }

    /// <summary>The number of the device among those that the driver shows to the process.</summary>
    public int DeviceId { get; }

    /// <summary>In kHz.</summary>
    public int ClockRate => Value(CudaAttribute.ClockRate);

    /// <summary>In kHz.</summary>
    public int MemoryClockRate => Value(CudaAttribute.MemoryClockRate);

    /// <summary>In bits.</summary>
    public int MemoryBusWidth => Value(CudaAttribute.MemoryBusWidth);

    /// <summary>In bytes.</summary>
    public int L2CacheSize => Value(CudaAttribute.L2CacheSize);

    /// <summary>In bytes.</summary>
    public int MaxSharedMemoryPerMultiprocessor => Value(CudaAttribute.MaxSharedMemoryPerMultiprocessor);

    public int TotalNumRegistersPerMultiprocessor => Value(CudaAttribute.MaxRegistersPerMultiprocessor);

    public int TotalNumRegistersPerGroup => Value(CudaAttribute.MaxRegistersPerBlock);

    /// <summary>In bytes.</summary>
    public long MaxMemoryPitch => Value(CudaAttribute.MaxPitch);

    public int NumConcurrentCopyEngines => Value(CudaAttribute.AsyncEngineCount);

    public bool HasECCSupport => Has(CudaAttribute.EccEnabled);

    public bool SupportsManagedMemory => Has(CudaAttribute.ManagedMemory);

    public bool SupportsComputePreemption => Has(CudaAttribute.ComputePreemptionSupported);

    public bool SupportsMappingHostMemory => Has(CudaAttribute.CanMapHostMemory);

    public bool SupportsUsingHostPointerForRegisteredMemory => Has(CudaAttribute.CanUseHostPointerForRegisteredMemory);

    public int PCIDomainId => Value(CudaAttribute.PciDomainId);

    public int PCIBusId => Value(CudaAttribute.PciBusId);

    public int PCIDeviceId => Value(CudaAttribute.PciDeviceId);

    /// <summary>The place on the bus as NVIDIA's management library writes it.</summary>
    public string NVMLPCIBusId => string.Create(CultureInfo.InvariantCulture, $"{PCIDomainId:X8}:{PCIBusId:X2}:{PCIDeviceId:X2}.0");

    internal CudaApi Api { get; }

    /// <summary>The driver's own name of the device.</summary>
    internal int Handle { get; }

    /// <summary>The CUDA version of the driver: 1000 * major + 10 * minor.</summary>
    internal int DriverNumber { get; }

    internal (int Major, int Minor) ComputeCapability { get; }

    /// <summary>Why no kernels run on the device, or null.</summary>
    internal string? Refusal { get; }

    /// <summary>The devices of the machine that kernels run on and that the caller wants; none where there is no CUDA.</summary>
    public static ImmutableArray<Device> GetDevices(Predicate<CudaDevice> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return [.. CudaInstallation.Current.Devices.Where(device => device.Refusal is null && predicate(device))];
    }

    public override Accelerator CreateAccelerator(Context context) => CreateCudaAccelerator(context);

    /// <exception cref="NotSupportedException">FLK416: kernels do not run on the device.</exception>
    public CudaAccelerator CreateCudaAccelerator(Context context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Refusal is not null)
            throw new NotSupportedException($"FLK416: kernels do not run on {this}: {Refusal}. Choose another device; flowlab devices lists them.");
        return context.Track(new CudaAccelerator(context, this));
    }

    public override bool Equals(object? obj) => obj is CudaDevice other && other.Api == Api && other.DeviceId == DeviceId;

    public override int GetHashCode() => DeviceId;
}
