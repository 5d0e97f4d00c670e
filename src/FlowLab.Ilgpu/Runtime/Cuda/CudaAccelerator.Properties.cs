namespace ILGPU.Runtime.Cuda;

/// <summary>The properties of the device.</summary>
public sealed partial class CudaAccelerator
{
    public new CudaDevice Device => (CudaDevice)base.Device;

    /// <inheritdoc cref="CudaDevice.DeviceId"/>
    public int DeviceId => Device.DeviceId;

    /// <inheritdoc cref="CudaDevice.ClockRate"/>
    public int ClockRate => Device.ClockRate;

    /// <inheritdoc cref="CudaDevice.MemoryClockRate"/>
    public int MemoryClockRate => Device.MemoryClockRate;

    /// <inheritdoc cref="CudaDevice.MemoryBusWidth"/>
    public int MemoryBusWidth => Device.MemoryBusWidth;

    /// <inheritdoc cref="CudaDevice.L2CacheSize"/>
    public int L2CacheSize => Device.L2CacheSize;

    /// <inheritdoc cref="CudaDevice.MaxSharedMemoryPerMultiprocessor"/>
    public int MaxSharedMemoryPerMultiprocessor => Device.MaxSharedMemoryPerMultiprocessor;

    public int TotalNumRegistersPerMultiprocessor => Device.TotalNumRegistersPerMultiprocessor;

    public int TotalNumRegistersPerGroup => Device.TotalNumRegistersPerGroup;

    /// <inheritdoc cref="CudaDevice.MaxMemoryPitch"/>
    public long MaxMemoryPitch => Device.MaxMemoryPitch;

    public int NumConcurrentCopyEngines => Device.NumConcurrentCopyEngines;

    public bool HasECCSupport => Device.HasECCSupport;

    public bool SupportsManagedMemory => Device.SupportsManagedMemory;

    public bool SupportsComputePreemption => Device.SupportsComputePreemption;

    public int PCIDomainId => Device.PCIDomainId;

    public int PCIBusId => Device.PCIBusId;

    public int PCIDeviceId => Device.PCIDeviceId;

    /// <inheritdoc cref="CudaDevice.NVMLPCIBusId"/>
    public string NVMLPCIBusId => Device.NVMLPCIBusId;
}
