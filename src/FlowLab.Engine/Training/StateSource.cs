namespace FlowLab.Engine.Training;

/// <summary>A training state that is written without being held in memory a second time.</summary>
/// <param name="Update">Updates done.</param>
/// <param name="Seeds">[R]: the seeds.</param>
/// <param name="Status">[R]: 0, or the update at which the seed was stopped.</param>
/// <param name="Parameters">[R, P].</param>
/// <param name="OptimizerState">[S, R, P].</param>
/// <param name="NormMeans">[R]: running mean of gradient norms, for clipping.</param>
internal sealed record StateSource(long Update, int[] Seeds, int[] Status, INumberSource Parameters, INumberSource OptimizerState, float[] NormMeans)
{
    /// <summary>A state on the host.</summary>
    public static StateSource Of(TrainingState state) =>
        new(state.Update, state.Seeds, state.Status, new ArrayNumbers(state.Parameters), new ArrayNumbers(state.OptimizerState), state.NormMeans);
}
