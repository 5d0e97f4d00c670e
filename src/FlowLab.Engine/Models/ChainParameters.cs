using FlowLab.Flows;
using FlowLab.Kernels;

namespace FlowLab.Engine.Models;

/// <summary>The parameters of a chain of flows: those of each seed, and those of each data point.</summary>
/// <param name="Global">One set per seed.</param>
/// <param name="Amortised">One set per data point, [R, N, points]: rows of the inference network's output.</param>
public readonly record struct ChainParameters(SeedParameters Global, SampleRows Amortised)
{
    /// <summary>As kernels see the parameters of a scope from <paramref name="first"/> on.</summary>
    public ParameterView At(ParameterScope scope, int first) => scope == ParameterScope.Global
        ? Global.Skip(first).AsGlobal()
        : ParameterView.PerTile(Amortised.View.Values, Amortised.View.Features, Amortised.First + first, Amortised.View.Batch);
}
