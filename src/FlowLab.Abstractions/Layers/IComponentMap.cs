namespace FlowLab.Layers;

/// <summary>
/// A rising map of one component, z' = m(z), whose numbers come from a network: what couplings and autoregressive layers do to a component. A struct whose
/// methods are called from kernels, for one sample; the layers walk over samples and components, evaluate and differentiate the network, and take the
/// gradients of both directions from <see cref="Slopes"/> and <see cref="Backward"/>. Numbers of 0 should give the identity, because networks start there.
/// </summary>
public interface IComponentMap
{
    /// <summary>Numbers per component, n.</summary>
    int Numbers { get; }

    /// <summary>z' = m(z).</summary>
    /// <param name="numbers">The network's n outputs for the component.</param>
    /// <param name="z">z.</param>
    /// <param name="logDet">ln dz'/dz is added.</param>
    float Push(ComponentNumbers numbers, float z, ref float logDet);

    /// <summary>z from z'.</summary>
    /// <param name="numbers">The network's n outputs for the component.</param>
    /// <param name="z">z'.</param>
    /// <param name="logDet">ln dz'/dz, of the map from z to z', is added.</param>
    float Pull(ComponentNumbers numbers, float z, ref float logDet);

    /// <summary>Derivatives at z.</summary>
    ComponentSlopes Slopes(ComponentNumbers numbers, float z);

    /// <summary>Gradients of the numbers at z, of a loss L(z', ln dz'/dz).</summary>
    /// <param name="numbers">The network's n outputs for the component.</param>
    /// <param name="gradients">dL/dnumber is assigned.</param>
    /// <param name="z">z.</param>
    /// <param name="gradient">dL/dz'.</param>
    /// <param name="logDetGradient">dL/d(ln dz'/dz).</param>
    void Backward(ComponentNumbers numbers, ComponentNumbers gradients, float z, float gradient, float logDetGradient);
}
