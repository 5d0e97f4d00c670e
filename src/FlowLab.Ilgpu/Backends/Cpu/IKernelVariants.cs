using ILGPU.Runtime;

namespace ILGPU.Backends.Cpu;

/// <summary>A loaded kernel with its variants.</summary>
internal interface IKernelVariants<TArguments>
    where TArguments : struct
{
    /// <summary>The variant for a launch.</summary>
    KernelVariant<TArguments> VariantFor(in TArguments arguments, in LaunchDimensions dimensions);
}
