using FlowLab.Engine.Training;

namespace FlowLab.Engine.Objectives;

/// <summary>Computes, for one update, every sample's loss and the partial gradients of all parameters.</summary>
internal interface IObjective
{
    /// <summary>The name of the loss in training curves.</summary>
    string LossName { get; }

    /// <summary>
    /// Leaves the partial losses [R, tiles] and the partial gradients [R, P, tiles] of update <paramref name="update"/> (from 0) in
    /// <paramref name="buffers"/>.
    /// </summary>
    void Differentiate(TrainingBuffers buffers, long update);

    /// <summary>Repeats what the loss of update <paramref name="update"/> is made of and names the first place that is not finite.</summary>
    /// <returns>The place, or null if everything up to the loss is finite.</returns>
    string? LocateFault(TrainingBuffers buffers, long update, int position);
}
