using FlowLab.Flows;

namespace FlowLab.Engine.Models;

/// <summary>A flow in its place in a chain.</summary>
/// <param name="Name">The component's name, for messages.</param>
/// <param name="Flow">The flow.</param>
/// <param name="Scope">Whose its parameters are.</param>
/// <param name="FirstParameter">Its first parameter among those of its scope.</param>
public sealed record FlowSegment(string Name, IFlow Flow, ParameterScope Scope, int FirstParameter);
