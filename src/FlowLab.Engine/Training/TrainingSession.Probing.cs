using ILGPU.Runtime;

namespace FlowLab.Engine.Training;

/// <summary>What the audit asks a session: loss and gradients at parameters of its choice, which leave no trace.</summary>
public sealed partial class TrainingSession
{
    /// <summary>Whether the gradients after the last update are those of the reported loss: nothing is annealed any more, and there is something to differentiate.</summary>
    internal bool CanBeProbed => _objective is not null && _buffers.ParameterCount > 0 && Definition.Objective.Annealing.Beta(Update) >= 1;

    /// <summary>The parameters of all seeds, [R, P].</summary>
    internal float[] ReadParameters() => Read(_buffers.Parameters, 1);

    /// <summary>The loss of every seed, [R], and its gradients, [R, P], with the draws of the next update, at other parameters than the session's.</summary>
    internal (double[] Losses, float[] Gradients) Probe(float[] parameters)
    {
        float[] own = ReadParameters();
        Write(_buffers.Parameters, parameters);
        _objective!.Differentiate(_buffers, Update);
        Accelerator.Synchronize();
        int seeds = Definition.Seeds.Count, tiles = _objective.Work.Tiles.Tiles;
        float[] partial = _buffers.PartialLosses.View.AsContiguous().GetAsArray(), gradients = Read(_buffers.Gradients, 1);
        Write(_buffers.Parameters, own);
        _buffers.Faults.Clear();
        return ([.. Enumerable.Range(0, seeds).Select(seed => partial.Skip(seed * tiles).Take(tiles).Sum(loss => (double)loss) / _objective.Work.Batch)], gradients);
    }
}
