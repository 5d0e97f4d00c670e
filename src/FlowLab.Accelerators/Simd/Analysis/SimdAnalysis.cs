using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>A kernel with what both of its forms, for whole vectors and for parts of one, are emitted from.</summary>
internal sealed class SimdAnalysis
{
    /// <param name="kernel">An optimised kernel, which is brought into the form that code is emitted from.</param>
    /// <param name="form">How its instances are dealt to vectors.</param>
    /// <param name="lanes">The lanes of a vector, the size of a warp.</param>
    internal SimdAnalysis(IRKernel kernel, SimdForm form, int lanes)
    {
        (Kernel, Form) = (kernel, form);
        BarrierBlocks.Run(kernel);
        ReducibleLoops.Run(kernel);
        NarrowArithmetic.Run(kernel);
        Locals = new(kernel, lanes);
        Shared = new(kernel);
        Flow = new(kernel);
        AddressesInPlace.Run(kernel, Flow.Nest);
        Uses = new(kernel);
        Divergence = new(kernel, Flow, Uses, ShapeOfFloating, alignment: form == SimdForm.Rows ? lanes : 0);
        Virtuals = new(Flow, Divergence, Uses);
        Values = new(this);
        Spans = new(this);
    }

    internal IRKernel Kernel { get; }

    internal SimdForm Form { get; }

    internal bool IsGrouped => Form != SimdForm.Rows;

    internal ControlFlow Flow { get; }

    internal LocalLayout Locals { get; }

    internal SharedLayout Shared { get; }

    internal ValueUses Uses { get; }

    internal Divergence Divergence { get; }

    internal VirtualValues Virtuals { get; }

    internal ValuePlan Values { get; }

    internal LocalSpans Spans { get; }

    /// <summary>The warps of a group wait for each other.</summary>
    internal bool Waits => Kernel.Values.Any(BarrierBlocks.IsGroupBarrier);

    private Shape ShapeOfFloating(IRValue value)
    {
        if (value.Allocation is { } allocation)
            return allocation.Kind == IRAllocationKind.Local ? Shape.Affine(Locals.LaneStrideOf(allocation)) : Shape.Uniform;
        return value.Parameter!.Kind switch
        {
            IRParameterKind.LaneIndex => Shape.Affine(1),
            IRParameterKind.IndexX => IsGrouped && Kernel.Indices.Count() > 1 ? Shape.Varying : Shape.Affine(1),
            IRParameterKind.IndexY or IRParameterKind.IndexZ => IsGrouped ? Shape.Varying : Shape.Uniform,
            IRParameterKind.GroupIndexX => Form == SimdForm.Groups ? Shape.Affine(1) : Shape.Varying,
            IRParameterKind.GroupIndexY or IRParameterKind.GroupIndexZ => Form == SimdForm.Groups ? Shape.Uniform : Shape.Varying,
            _ => Shape.Uniform,
        };
    }
}
