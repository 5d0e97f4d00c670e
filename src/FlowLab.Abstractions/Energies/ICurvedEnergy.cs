namespace FlowLab.Energies;

/// <summary>
/// An energy that knows its second derivatives, which gradients through a flow need that follows the energy's gradient. Without them the engine takes
/// central differences of the gradient, two evaluations for each product.
/// </summary>
public interface ICurvedEnergy : IEnergy
{
    /// <summary>Adds Scale H(z) v; one launch.</summary>
    void AddCurvature(in CurvaturePass pass);
}
