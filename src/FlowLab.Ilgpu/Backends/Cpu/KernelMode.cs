namespace ILGPU.Backends.Cpu;

/// <summary>
/// Whether kernels run on vectors: unless the environment variable <c>FLOWLAB_KERNELS=native</c> asks for the C# methods themselves, or
/// index checks are on, which only those have.
/// </summary>
internal static class KernelMode
{
    internal static readonly bool IsSimd = Environment.GetEnvironmentVariable("FLOWLAB_KERNELS") != "native" && !BoundsCheck.Enabled;
}
