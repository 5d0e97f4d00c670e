using FlowLab.Flows;
using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Engine.Models;

/// <summary>Where the gradients of a chain's parameters go.</summary>
/// <param name="Partial">[R, global parameters, tiles]: one partial sum per tile of samples.</param>
/// <param name="GlobalCount">Global parameters of the chain.</param>
/// <param name="Tiles">Tiles of samples.</param>
/// <param name="Amortised">[R, N, points]: the gradients of the inference network's output.</param>
public readonly record struct ChainGradients(ArrayView<float> Partial, int GlobalCount, int Tiles, SampleRows Amortised)
{
    /// <summary>As kernels see the gradients of a scope from parameter <paramref name="first"/> on.</summary>
    public ParameterView At(ParameterScope scope, int first) => scope == ParameterScope.Global
        ? ParameterView.PerTile(Partial, GlobalCount, first, Tiles)
        : ParameterView.PerTile(Amortised.View.Values, Amortised.View.Features, Amortised.First + first, Amortised.View.Batch);
}
