using FlowLab.Flows;

namespace FlowLab.Engine.Models;

/// <summary>A flow in its place in a chain.</summary>
/// <param name="Name">The component's name, for messages.</param>
/// <param name="Flow">The flow.</param>
/// <param name="FirstParameter">Its first parameter within a seed's parameters.</param>
public sealed record FlowSegment(string Name, IFlow Flow, int FirstParameter);
