namespace FlowLab.Engine.LinearAlgebra.Calls;

/// <summary>A product, or several that were done together.</summary>
/// <param name="Name">What it was.</param>
/// <param name="Operations">Floating-point operations: a multiplication and an addition per term.</param>
/// <param name="Bytes">Bytes that it has to move at least.</param>
public readonly record struct ProductWork(string Name, double Operations, long Bytes);
