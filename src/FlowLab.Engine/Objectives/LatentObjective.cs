using FlowLab.Data;
using FlowLab.Engine.Cells;
using FlowLab.Engine.Diagnosis;
using FlowLab.Engine.Latents;
using FlowLab.Engine.Models;
using FlowLab.Engine.Training;
using FlowLab.Flows;
using FlowLab.Kernels;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Objectives;

/// <summary>
/// The free energy of a latent model, the paper's equation (15): F = E_q0[ln q0(z0) - sum of log-dets] - E_q0[ln p(x, zK)], the mean over a batch
/// of data points and <see cref="ObjectiveSettings.Samples"/> draws of z0 for each. Gradients are of the annealed form (equation 20,
/// or KL annealing); the reported loss is at beta = 1.
/// </summary>
internal sealed class LatentObjective : IObjective
{
    private readonly LatentModel _model;
    private readonly IDataset _data;
    private readonly AnnealingSettings _annealing;
    private readonly int _seeds;
    private readonly LatentWorkspace _work;
    private readonly PartialGradients _partial;
    private readonly Action<Index2D, SampleTiles, ArrayView<float>, ArrayView<float>, ArrayView<float>, ArrayView<float>, ArrayView<float>,
        ArrayView<float>> _sum;
    private readonly Action<Index1D, float, ArrayView<float>> _fill;
    private float _logDetWeight = float.NaN;

    public LatentObjective(TrainingDefinition definition, Accelerator accelerator)
    {
        _model = definition.Latent!;
        _data = definition.Data ?? throw new FlowLabEngineException("FLE032: a latent model needs a dataset as its target; none was given.");
        _annealing = definition.Objective.Annealing;
        _seeds = definition.Seeds.Count;
        _work = new LatentWorkspace(_model, accelerator, _seeds, definition.Training.Batch, definition.Objective.Samples, gradients: true);
        _partial = new PartialGradients(accelerator, _seeds, _model.Chain.ParameterCount, Work.TilesOf(ParameterScope.Global).Tiles);
        _sum = accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleTiles, ArrayView<float>, ArrayView<float>, ArrayView<float>,
            ArrayView<float>, ArrayView<float>, ArrayView<float>>(LatentKernels.FreeEnergy);
        _fill = accelerator.LoadAutoGroupedStreamKernel<Index1D, float, ArrayView<float>>(TrainingKernels.Fill);
    }

    public string LossName => "free_energy";

    public FlowWorkspace Work => _work.Flow;

    public void Differentiate(TrainingBuffers buffers, long update)
    {
        LossWeights weights = WeightsAt(update);
        Draw(buffers, update);
        _model.Encode(_work, buffers.Parameters.View);
        _model.Sample(_work, buffers.Parameters.View, KeyOf(update), buffers.Seeds.View);
        _model.Differentiate(_work, buffers.Parameters.View, buffers.Gradients.View, _partial.Values, weights);
        _sum(
            new Index2D(Work.Tiles.Tiles, _seeds), Work.Tiles, Work.LogBase.Values, Work.LogDet.Values, _work.LogLikelihood.Values,
            _work.LogPrior.Values, buffers.PartialLosses.View, buffers.PartialWorst.View);
        _partial.SumInto(buffers, _model.FirstOfChain);
    }

    public string? LocateFault(TrainingBuffers buffers, long update, int position)
    {
        Draw(buffers, update);
        if (!FaultLocator.IsFinite(_work.Points, position))
            return "a number of the data is not finite";
        _model.Encode(_work, buffers.Parameters.View);
        if (!FaultLocator.IsFinite(_work.Head, position))
            return "the output of the inference network is not finite";
        ChainParameters posterior = _model.PosteriorOf(_work, buffers.Parameters.View);
        _model.Chain.SampleBase(Work, posterior, KeyOf(update), buffers.Seeds.View);
        if (!FaultLocator.IsFinite(Work.State, position))
            return "z0 of the posterior is not finite";
        string? place = FaultLocator.InForward(_model.Chain, Work, posterior, buffers.Seeds.View, KeyOf(update), position);
        if (place is not null)
            return place;
        _model.Sample(_work, buffers.Parameters.View, KeyOf(update), buffers.Seeds.View);
        _model.Evaluate(_work, buffers.Parameters.View);
        if (!FaultLocator.IsFinite(_work.LogPrior, position))
            return "ln p(z) is not finite";
        if (!FaultLocator.IsFinite(_work.Outputs[0], position))
            return "the output of the generative network is not finite";
        return FaultLocator.IsFinite(_work.LogLikelihood, position) ? null : "ln p(x|z) is not finite";
    }

    public void Diagnose(TrainingBuffers buffers, long update, int position, List<DiagnosedFigure> figures)
    {
        ChainDiagnosis.AppendSize($"{DiagnosedFigure.Prefix}head.gradient", _work.HeadGradient, position, figures);
        Draw(buffers, update);
        _model.Encode(_work, buffers.Parameters.View);
        ChainParameters posterior = _model.PosteriorOf(_work, buffers.Parameters.View);
        ChainDiagnosis.Append(_model.Chain, Work, posterior, KeyOf(update), buffers.Seeds.View, position, figures);
        _model.Sample(_work, buffers.Parameters.View, KeyOf(update), buffers.Seeds.View);
        _model.Evaluate(_work, buffers.Parameters.View);
        WorstSample.Append(
            position,
            [("log_base", Work.LogBase, 1), ("log_det", Work.LogDet, -1), ("log_likelihood", _work.LogLikelihood, -1), ("log_prior", _work.LogPrior, -1)],
            figures);
    }

    public void Dispose()
    {
        _partial.Dispose();
        _work.Dispose();
    }

    private static NoiseKey KeyOf(long update) => new(RandomPurpose.TrainingNoise, update);

    private void Draw(TrainingBuffers buffers, long update)
    {
        Work.Turns.Enter("target", "its draw");
        _data.Draw(new DataDraw(buffers.Seeds.View, RandomPurpose.TrainingData, update, _work.Points));
        Work.Turns.Leave();
    }

    private LossWeights WeightsAt(long update)
    {
        float each = 1f / Work.Batch;
        float annealed = (float)(_annealing.Beta(update) / Work.Batch);
        LossWeights weights = _annealing.Term == AnnealedTerm.Joint ? new(each, annealed, annealed) : new(annealed, each, annealed);
        if (weights.Posterior != _logDetWeight)
        {
            _fill(_seeds * Work.Batch, -weights.Posterior, Work.LogDetGradient.Values);
            _logDetWeight = weights.Posterior;
        }
        return weights;
    }
}
