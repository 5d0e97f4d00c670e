using ILGPU.Backends.Cpu;

namespace ILGPU.Runtime.CPU;

/// <summary>The C# method itself in a loop over the index space; the pieces are the instances.</summary>
internal sealed class ReferenceVariant<TArguments>(KernelEntry entry) : KernelVariant<TArguments>, IKernelVariants<TArguments>
    where TArguments : struct
{
    private readonly RangeBody<TArguments> _body = RangeBodyEmitter.Emit<TArguments>(entry);

    public KernelVariant<TArguments> VariantFor(in TArguments arguments, in LaunchDimensions dimensions) => this;

    internal override long CountOf(in LaunchDimensions dimensions) => dimensions.Count;

    internal override void Run(in TArguments arguments, in LaunchDimensions dimensions, long from, long to) =>
        _body(in arguments, in dimensions, from, to);
}
