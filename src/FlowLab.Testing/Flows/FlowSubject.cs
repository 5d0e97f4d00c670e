using FlowLab.Flows;
using FlowLab.Plugins;
using FlowLab.Testing.Bench;

namespace FlowLab.Testing.Flows;

/// <summary>A kind of flow, to be built in any shape.</summary>
/// <param name="Name">Name in listings.</param>
/// <param name="Create">
/// Builds the flow: shape, layers, bench. A flow whose number of layers is fixed leaves that aside. Where the shape does not fit, it throws
/// <see cref="ComponentSettingsException"/>.
/// </param>
public sealed record FlowSubject(string Name, Func<FlowShape, int, LawBench, IFlow> Create)
{
    /// <summary>Whether a few small shapes are enough, as for further settings of a flow that is tried in all of them.</summary>
    public bool IsBrief { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
