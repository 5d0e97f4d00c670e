using FlowLab.Flows;

namespace FlowLab.Engine.Models;

/// <summary>A flow that a chain is to be built of.</summary>
/// <param name="Name">The component's name, for messages.</param>
/// <param name="Flow">The flow; the chain owns it.</param>
/// <param name="Scope">Whose its parameters are.</param>
public sealed record ChainPart(string Name, IFlow Flow, ParameterScope Scope);
