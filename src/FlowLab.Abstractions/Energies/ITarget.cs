namespace FlowLab.Energies;

/// <summary>
/// What a chain of flows is to approach, as a flow sees it that asks for it (<see cref="Flows.ITargetFlow"/>): a density p(z) proportional to e^-U(z).
/// Where an energy is the target, U is that energy; inside a latent model U(z) = -ln p(x, z), with the data point x of each sample. Its memory is the
/// engine's. Calls are asynchronous.
/// </summary>
public interface ITarget
{
    /// <summary>Dimension D of z.</summary>
    int Dimension { get; }

    /// <summary>U(z), and the scaled gradient of U; GradientScale = -1 gives the gradient of ln p.</summary>
    void EvaluateWithGradient(in EnergyPass pass);

    /// <summary>
    /// Adds what a loss that depends on the gradient of U at z owes to z: with v = dL/d(gradient of U), Scale H(z) v, where H is U's matrix of second
    /// derivatives. A target may leave it out, and the engine then says that gradients stop there.
    /// </summary>
    void AddCurvature(in CurvaturePass pass);
}
