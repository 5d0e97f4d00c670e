using ILGPU;

namespace FlowLab.Kernels;

/// <summary>Parameters that every seed has one set of, or their gradients: a part of the columns of [R, stride].</summary>
/// <param name="Values">All values of all seeds, [R, Stride].</param>
/// <param name="Stride">Distance between the sets of two seeds.</param>
/// <param name="First">The first column of the part.</param>
public readonly record struct SeedParameters(ArrayView<float> Values, int Stride, int First)
{
    /// <summary>The same view, starting <paramref name="parameters"/> parameters later.</summary>
    public SeedParameters Skip(int parameters) => this with { First = First + parameters };

    /// <summary>As kernels of flows see them: all tiles of a seed read the same set.</summary>
    public ParameterView AsGlobal() => ParameterView.Global(Values, Stride, First);
}
