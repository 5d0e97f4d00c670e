using FlowLab.Engine.Cells;
using FlowLab.Engine.Diagnosis;
using FlowLab.Engine.Models;
using FlowLab.Engine.Training;

namespace FlowLab.Engine.Objectives;

/// <summary>Computes, for one update, the losses of all samples and the gradients of all parameters.</summary>
internal interface IObjective : IDisposable
{
    /// <summary>The name of the loss in training curves.</summary>
    string LossName { get; }

    /// <summary>How the samples whose losses are summed are dealt to tiles, and how many there are.</summary>
    FlowWorkspace Work { get; }

    /// <summary>
    /// Leaves the partial losses and worst samples [R, tiles] and the gradients [R, P] of update <paramref name="update"/> (from 0) in
    /// <paramref name="buffers"/>, and the seeds with gradients that are not finite where a pass over the gradients is its own; where all are
    /// sums over tiles, <see cref="PartialGradients"/> finds them, else <see cref="GradientGuard"/>.
    /// </summary>
    void Differentiate(TrainingBuffers buffers, long update);

    /// <summary>Repeats what the loss of update <paramref name="update"/> is made of and names the first place that is not finite.</summary>
    /// <returns>The place, or null if everything up to the loss is finite.</returns>
    string? LocateFault(TrainingBuffers buffers, long update, int position);

    /// <summary>
    /// Repeats the forward pass of update <paramref name="update"/> with the present parameters and notes what the flows of a seed do layer by
    /// layer, and its worst sample.
    /// </summary>
    void Diagnose(TrainingBuffers buffers, long update, int position, List<DiagnosedFigure> figures);
}
