namespace ILGPU.Backends.Cpu;

/// <summary>
/// Chooses the mode for the whole process: vectors if the environment variable <c>FLOWLAB_KERNELS=simd</c> asks for them and index checks,
/// which only the C# methods themselves have, are off. Both give the same bits.
/// </summary>
internal static class KernelModes
{
    internal static readonly KernelMode Current =
        Environment.GetEnvironmentVariable("FLOWLAB_KERNELS") == "simd" && !BoundsCheck.Enabled ? KernelMode.Simd : KernelMode.Reference;
}
