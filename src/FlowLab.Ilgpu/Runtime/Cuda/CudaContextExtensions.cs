namespace ILGPU.Runtime.Cuda;

/// <summary>Registers CUDA devices with a context and creates accelerators from them.</summary>
public static class CudaContextExtensions
{
    /// <summary>Registers every CUDA device that kernels run on; none where there is no CUDA.</summary>
    public static Context.Builder Cuda(this Context.Builder builder) => builder.Cuda(static _ => true);

    /// <summary>Registers the CUDA devices that the caller wants.</summary>
    public static Context.Builder Cuda(this Context.Builder builder, Predicate<CudaDevice> predicate)
    {
        ArgumentNullException.ThrowIfNull(builder);
        foreach (var device in CudaDevice.GetDevices(predicate))
            builder.Add(device);
        return builder;
    }

    /// <exception cref="ArgumentOutOfRangeException">There is no such device.</exception>
    public static CudaDevice GetCudaDevice(this Context context, int cudaDeviceIndex)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.GetDevice<CudaDevice>(cudaDeviceIndex);
    }

    public static Context.DeviceCollection<CudaDevice> GetCudaDevices(this Context context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.GetDevices<CudaDevice>();
    }

    /// <inheritdoc cref="GetCudaDevice"/>
    public static CudaAccelerator CreateCudaAccelerator(this Context context, int cudaDeviceIndex) =>
        context.GetCudaDevice(cudaDeviceIndex).CreateCudaAccelerator(context);
}
