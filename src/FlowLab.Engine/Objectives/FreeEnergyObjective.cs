using FlowLab.Energies;
using FlowLab.Engine.Cells;
using FlowLab.Engine.Diagnosis;
using FlowLab.Engine.Models;
using FlowLab.Kernels;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Objectives;

/// <summary>
/// The free energy of the paper's equation (15) for an energy target, F = E_q0[ln q0(z0) - sum of log-dets + U(zK)], one sample z0 per
/// row of the batch. Gradients are of the annealed form with beta_t U (equation 20); the reported loss is at beta = 1.
/// </summary>
internal sealed class FreeEnergyObjective : IObjective
{
    private readonly FlowChain _chain;
    private readonly IEnergy _energy;
    private readonly AnnealingSettings _annealing;
    private readonly int _seeds;
    private readonly PartialGradients _partial;
    private readonly Action<Index2D, SampleTiles, ArrayView<float>, ArrayView<float>, ArrayView<float>, ArrayView<float>, ArrayView<float>> _sum;

    public FreeEnergyObjective(TrainingDefinition definition, Accelerator accelerator)
    {
        _chain = definition.Chain;
        _energy = definition.Energy ?? throw new FlowLabEngineException("FLE002: the free energy needs an energy as its target; none was given.");
        _annealing = definition.Objective.Annealing;
        _seeds = definition.Seeds.Count;
        Work = new FlowWorkspace(accelerator, _chain, _seeds, definition.Training.Batch, gradients: true);
        _partial = new PartialGradients(accelerator, _seeds, _chain.ParameterCount, Work.Tiles.Tiles);
        _sum = accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleTiles, ArrayView<float>, ArrayView<float>, ArrayView<float>, ArrayView<float>,
            ArrayView<float>>(TrainingKernels.FreeEnergy);
        var fill = accelerator.LoadAutoGroupedStreamKernel<Index1D, float, ArrayView<float>>(TrainingKernels.Fill);
        fill(_seeds * Work.Batch, -1f / Work.Batch, Work.LogDetGradient.Values);
    }

    public string LossName => "free_energy";

    public FlowWorkspace Work { get; }

    private ChainGradients Gradients => new(_partial.Values, _chain.ParameterCount, Work.Tiles.Tiles, default);

    public void Differentiate(TrainingBuffers buffers, long update)
    {
        FlowWorkspace work = Work;
        _chain.Sample(work, _chain.Own(buffers.Parameters.View), new NoiseKey(RandomPurpose.TrainingNoise, update), buffers.Seeds.View);
        float scale = (float)(_annealing.Beta(update) / work.Batch);
        work.Turns.Enter("target", "its energy");
        _energy.EvaluateWithGradient(new EnergyPass(_seeds, work.State, work.Energy.Values, work.Gradient, scale));
        work.Turns.Leave();
        _sum(
            new Index2D(work.Tiles.Tiles, _seeds), work.Tiles, work.LogBase.Values, work.LogDet.Values, work.Energy.Values,
            buffers.PartialLosses.View, buffers.PartialWorst.View);
        _chain.Backward(work, _chain.Own(buffers.Parameters.View), Gradients, 1f / work.Batch);
        _partial.SumInto(buffers, 0);
    }

    public string? LocateFault(TrainingBuffers buffers, long update, int position)
    {
        FlowWorkspace work = Work;
        NoiseKey key = new(RandomPurpose.TrainingNoise, update);
        string? place = FaultLocator.InForward(_chain, work, _chain.Own(buffers.Parameters.View), buffers.Seeds.View, key, position);
        if (place is not null)
            return place;
        _chain.Sample(work, _chain.Own(buffers.Parameters.View), key, buffers.Seeds.View);
        _energy.EvaluateWithGradient(new EnergyPass(_seeds, work.State, work.Energy.Values, work.Gradient, 1));
        if (!FaultLocator.IsFinite(work.Energy, position))
            return "the target's energy is not finite";
        return FaultLocator.IsFinite(work.Gradient, position) ? null : "the gradient of the target's energy is not finite";
    }

    public void Diagnose(TrainingBuffers buffers, long update, int position, List<DiagnosedFigure> figures)
    {
        NoiseKey key = new(RandomPurpose.TrainingNoise, update);
        ChainDiagnosis.Append(_chain, Work, _chain.Own(buffers.Parameters.View), key, buffers.Seeds.View, position, figures);
        _energy.EvaluateWithGradient(new EnergyPass(_seeds, Work.State, Work.Energy.Values, Work.Gradient, 1));
        WorstSample.Append(position, [("log_base", Work.LogBase, 1), ("log_det", Work.LogDet, -1), ("energy", Work.Energy, 1)], figures);
    }

    public void Dispose()
    {
        _partial.Dispose();
        Work.Dispose();
    }

}
