namespace FlowLab.Layers;

/// <summary>
/// Marks code that the source generator differentiates. On a method whose first parameter is a <see cref="FeatureVector"/>: the forward pass
/// of a layer, from which the generator writes the kernels of all passes. On other static methods, and on structs: code that layers may call.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Struct)]
public sealed class DifferentiableAttribute : Attribute;
