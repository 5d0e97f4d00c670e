namespace ILGPU.Backends.Cpu;

/// <summary>Chooses how a context's kernels run.</summary>
internal static class KernelModes
{
    private static readonly bool IsReferenceForAll =
        Environment.GetEnvironmentVariable("FLOWLAB_KERNELS") == "reference" || BoundsCheck.IsForAll;

    /// <summary>Vectors, unless the context has assertions or the environment asks for the reference.</summary>
    internal static KernelMode Of(Context context) =>
        IsReferenceForAll || context.Properties.EnableAssertions ? KernelMode.Reference : KernelMode.Simd;
}
