namespace ILGPU.Backends.Cpu;

/// <summary>How a kernel of the CPU device runs.</summary>
internal enum KernelMode
{
    /// <summary>Compiled, one instance per vector lane.</summary>
    Simd,

    /// <summary>
    /// The C# method itself, instance by instance: the definition of what the kernel means. It is for debugging, and has the index checks
    /// that compiled kernels have not.
    /// </summary>
    Reference,
}

/// <summary>Which of them it is.</summary>
internal static class KernelModes
{
    private static readonly bool IsReferenceForAll =
        Environment.GetEnvironmentVariable("FLOWLAB_KERNELS") == "reference" || BoundsCheck.IsForAll;

    /// <summary>Vectors, unless the context has assertions or the environment asks for the reference.</summary>
    internal static KernelMode Of(Context context) =>
        IsReferenceForAll || context.Properties.EnableAssertions ? KernelMode.Reference : KernelMode.Simd;
}
