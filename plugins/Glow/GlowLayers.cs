using FlowLab.Flows;
using FlowLab.Kernels;
using FlowLab.Layers;
using FlowLab.Networks;
using ILGPU;

namespace FlowLab.Plugins.Glow;

/// <summary>The layers of <see cref="GlowFlow"/> as kernels see them: actnorm, (I + N)' with N' lower, the diagonal, I + L, then the coupling.</summary>
/// <param name="shape">Sizes and bounds.</param>
/// <param name="coupling">The couplings, whose offsets are those of the layers.</param>
public readonly struct GlowLayers<TNetwork>(GlowShape shape, CouplingLayers<AffineMap, TNetwork> coupling) : ILayerKernel
    where TNetwork : unmanaged, IConditionerKernel
{
    // First: with the shape before it, this structure has the fields of a coupling of splines, and ILGPU 1.5 takes two structures with equal fields for one, nested or not.
    private readonly CouplingLayers<AffineMap, TNetwork> _coupling = coupling;
    private readonly GlowShape _shape = shape;

    /// <inheritdoc/>
    public int Length => _coupling.Length;

    /// <inheritdoc/>
    public int Offset(int layer) => _coupling.Offset(layer);

    /// <inheritdoc/>
    public int ContextOffset(int layer) => _coupling.ContextOffset(layer);

    /// <inheritdoc/>
    public void Push(Index2D at, int layer, FlowBatch batch, SampleView state, ArrayView<float> logDet, SampleView scratch)
    {
        ParameterView parameters = batch.Parameters.Skip(Offset(layer));
        Normalization(parameters).Push(at, batch.Tiles, state);
        Upper(parameters).ApplyTransposed(at, batch.Tiles, state);
        Diagonal(parameters).Push(at, batch.Tiles, state);
        Lower(parameters).Apply(at, batch.Tiles, state);
        AddLogDet(at, batch.Tiles, parameters, logDet);
        _coupling.Push(at, layer, batch, state, logDet, scratch);
    }

    /// <inheritdoc/>
    public void Pull(Index2D at, int layer, FlowBatch batch, SampleView state, ArrayView<float> logDet, SampleView scratch)
    {
        ParameterView parameters = batch.Parameters.Skip(Offset(layer));
        _coupling.Pull(at, layer, batch, state, logDet, scratch);
        AddLogDet(at, batch.Tiles, parameters, logDet);
        Lower(parameters).Solve(at, batch.Tiles, state);
        Diagonal(parameters).Pull(at, batch.Tiles, state);
        Upper(parameters).SolveTransposed(at, batch.Tiles, state);
        Normalization(parameters).Pull(at, batch.Tiles, state);
    }

    /// <summary>A matrix y = M x passes dL/dx = M' dL/dy, and its entries have the gradients dL/dy x'.</summary>
    public void PushBackward(Index2D at, int layer, LayerAdjoint pass)
    {
        _coupling.PushBackward(at, layer, pass);
        SampleTiles tiles = pass.Batch.Tiles;
        ParameterView parameters = pass.Batch.Parameters.Skip(Offset(layer)), gradient = pass.ParameterGradient.Skip(Offset(layer));
        float ofLogDet = GlowRows.Sum(at, tiles, pass.LogDetGradients(at.Y));

        GlowTriangle lower = Lower(parameters), upper = Upper(parameters);
        lower.Solve(at, tiles, pass.State);
        lower.Gradients(at, tiles, pass.Gradient, pass.State, 1f, gradient.Skip(_shape.Lower));
        lower.ApplyTransposed(at, tiles, pass.Gradient);
        Diagonal(parameters).PushBackward(at, tiles, pass.State, pass.Gradient, ofLogDet, gradient.Skip(_shape.Diagonal), gradient);
        upper.SolveTransposed(at, tiles, pass.State);
        upper.TransposedGradients(at, tiles, pass.Gradient, pass.State, 1f, gradient.Skip(_shape.Upper));
        upper.Apply(at, tiles, pass.Gradient);
        Normalization(parameters).PushBackward(
            at, tiles, pass.State, pass.Gradient, ofLogDet, gradient.Skip(GlowShape.LogScale), gradient.Skip(_shape.Shift));
    }

    /// <summary>A matrix x = M^-1 y passes dL/dy = M'^-1 dL/dx = lambda, and the entries of M have the gradients -lambda x'.</summary>
    public void PullBackward(Index2D at, int layer, LayerAdjoint pass)
    {
        SampleTiles tiles = pass.Batch.Tiles;
        ParameterView parameters = pass.Batch.Parameters.Skip(Offset(layer)), gradient = pass.ParameterGradient.Skip(Offset(layer));
        float ofLogDet = GlowRows.Sum(at, tiles, pass.LogDetGradients(at.Y));

        GlowTriangle lower = Lower(parameters), upper = Upper(parameters);
        Normalization(parameters).PullBackward(
            at, tiles, pass.State, pass.Gradient, ofLogDet, gradient.Skip(GlowShape.LogScale), gradient.Skip(_shape.Shift));
        upper.Solve(at, tiles, pass.Gradient);
        upper.TransposedGradients(at, tiles, pass.Gradient, pass.State, -1f, gradient.Skip(_shape.Upper));
        upper.ApplyTransposed(at, tiles, pass.State);
        Diagonal(parameters).PullBackward(at, tiles, pass.State, pass.Gradient, ofLogDet, gradient.Skip(_shape.Diagonal), gradient);
        lower.SolveTransposed(at, tiles, pass.Gradient);
        lower.Gradients(at, tiles, pass.Gradient, pass.State, -1f, gradient.Skip(_shape.Lower));
        lower.Apply(at, tiles, pass.State);
        _coupling.PullBackward(at, layer, pass);
    }

    private void AddLogDet(Index2D at, SampleTiles tiles, ParameterView parameters, ArrayView<float> logDet) =>
        GlowRows.AddConstant(at, tiles, Normalization(parameters).LogDet(at) + Diagonal(parameters).LogDet(at), logDet);

    private GlowScales Normalization(ParameterView parameters) =>
        new(parameters.Skip(GlowShape.LogScale), parameters.Skip(_shape.Shift), true, _shape);

    private GlowScales Diagonal(ParameterView parameters) => new(parameters.Skip(_shape.Diagonal), parameters, false, _shape);

    private GlowTriangle Upper(ParameterView parameters) => new(parameters.Skip(_shape.Upper), _shape.Dimension);

    private GlowTriangle Lower(ParameterView parameters) => new(parameters.Skip(_shape.Lower), _shape.Dimension);
}
