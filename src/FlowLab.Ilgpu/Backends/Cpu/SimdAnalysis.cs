using ILGPU.IR;

namespace ILGPU.Backends.Cpu;

/// <summary>A kernel with what both of its forms, for whole vectors and for parts of one, are emitted from.</summary>
internal sealed class SimdAnalysis
{
    /// <param name="kernel">An optimised kernel, which is brought into the form that code is emitted from.</param>
    /// <param name="lanes">The lanes of a vector.</param>
    internal SimdAnalysis(IRKernel kernel, int lanes)
    {
        Kernel = kernel;
        ReducibleLoops.Run(kernel);
        NarrowArithmetic.Run(kernel);
        Locals = new(kernel, lanes);
        Flow = new(kernel);
        AddressesInPlace.Run(kernel, Flow.Nest);
        Uses = new(kernel);
        Divergence = new(kernel, Flow, Uses, ShapeOfFloating);
        Virtuals = new(Flow, Divergence, Uses);
        Values = new(this);
    }

    internal IRKernel Kernel { get; }

    internal ControlFlow Flow { get; }

    internal LocalLayout Locals { get; }

    internal ValueUses Uses { get; }

    internal Divergence Divergence { get; }

    internal VirtualValues Virtuals { get; }

    internal ValuePlan Values { get; }

    private Shape ShapeOfFloating(IRValue value)
    {
        if (value.Allocation is { } allocation)
            return allocation.Kind == IRAllocationKind.Local ? Shape.Affine(Locals.LaneStrideOf(allocation)) : Shape.Uniform;
        return value.Parameter!.Kind == IRParameterKind.IndexX ? Shape.Affine(1) : Shape.Uniform;
    }
}
