namespace FlowLab.Engine.Models;

/// <summary>A named, contiguous range of a seed's parameters with its axes, for exports.</summary>
/// <param name="Name">Dots between the parts: <c>encoder.hidden1.weight</c>, <c>flow.0.layer3.w</c>.</param>
/// <param name="Offset">Its first parameter within the parameters of a seed.</param>
/// <param name="Shape">The axes, the last fastest; their product is the number of parameters.</param>
public sealed record NamedTensor(string Name, int Offset, IReadOnlyList<int> Shape);
