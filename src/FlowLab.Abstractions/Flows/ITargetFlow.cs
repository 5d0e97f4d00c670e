using FlowLab.Energies;

namespace FlowLab.Flows;

/// <summary>
/// A flow that asks for the target: its layers follow the gradient of ln p(z), or of ln p(x, z) in a latent model. It exists where there is such a target:
/// under a free energy, not in maximum likelihood. A pass of it may be several launches, in an order of its own; all memory is still that of the pass.
/// </summary>
public interface ITargetFlow : IFlow
{
    /// <summary>
    /// Says what the next pass is to follow. The engine calls it before every pass, because targets go with the memory of a batch; a flow must not use an
    /// earlier one.
    /// </summary>
    void Aim(ITarget target);
}
