namespace FlowLab.Engine.Training;

/// <summary>All that a training session carries from one update to the next.</summary>
/// <param name="Update">Updates done.</param>
/// <param name="Seeds">[R]: the seeds.</param>
/// <param name="Status">[R]: 0, or the update at which the seed was stopped.</param>
/// <param name="Parameters">[R, P].</param>
/// <param name="OptimizerState">[S, R, P].</param>
/// <param name="NormMeans">[R]: running mean of gradient norms, for clipping.</param>
public sealed record TrainingState(long Update, int[] Seeds, int[] Status, float[] Parameters, float[] OptimizerState, float[] NormMeans);
