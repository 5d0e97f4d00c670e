namespace FlowLab.Layers;

/// <summary>
/// Marks the inverse of a layer: the same parameters, z' in and z out, and the log-det of the <i>forward</i> layer at z as its result. It may
/// iterate, in static methods of its own, for it is never differentiated: its adjoint follows from the layer by the implicit function theorem.
/// </summary>
/// <param name="layer">The name of the layer's method, in the same class.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InverseOfAttribute(string layer) : Attribute
{
    /// <summary>The name of the layer's method.</summary>
    public string Layer { get; } = layer;
}
