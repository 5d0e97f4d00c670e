using System.Runtime.CompilerServices;

namespace FlowLab.Accelerators.Simd;

/// <summary>Ways to a <see cref="SimdAccelerator"/>.</summary>
public static class SimdContextExtensions
{
    /// <summary>
    /// Lists the device among those of the context. Call it after the methods that list ILGPU's own devices: ILGPU takes the first CPU
    /// devices of a context for its own.
    /// </summary>
    /// <param name="builder">The builder of the context.</param>
    /// <param name="device">The device; null for all processors and the widest vectors.</param>
    public static Context.Builder Simd(this Context.Builder builder, SimdDevice? device = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        RegistryOf(builder).Register(device ?? new());
        return builder;
    }

    /// <summary>An accelerator of all processors and the widest vectors. The device need not be listed.</summary>
    public static SimdAccelerator CreateSimdAccelerator(this Context context) => new SimdDevice().CreateSimdAccelerator(context);

    /// <param name="context">The context that owns the accelerator.</param>
    /// <param name="threads">Threads that work on a launch, the caller among them; from 1 on.</param>
    public static SimdAccelerator CreateSimdAccelerator(this Context context, int threads) => new SimdDevice(threads).CreateSimdAccelerator(context);

    // The one internal member that is used, because listing devices is closed to other packages.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_DeviceRegistry")]
    private static extern DeviceRegistry RegistryOf(Context.Builder builder);
}
