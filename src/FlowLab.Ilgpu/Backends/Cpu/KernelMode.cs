namespace ILGPU.Backends.Cpu;

/// <summary>
/// Whether kernels run on vectors: if the environment variable <c>FLOWLAB_KERNELS=simd</c> asks for it, and index checks, which only the C#
/// methods themselves have, are off. Both give the same bits; the C# methods are the default until the compiler covers the whole API.
/// </summary>
internal static class KernelMode
{
    internal static readonly bool IsSimd = Environment.GetEnvironmentVariable("FLOWLAB_KERNELS") == "simd" && !BoundsCheck.Enabled;
}
