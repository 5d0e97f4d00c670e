using FlowLab.Data;
using FlowLab.Engine.Cells;
using FlowLab.Engine.Diagnosis;
using FlowLab.Engine.Models;
using FlowLab.Kernels;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Objectives;

/// <summary>
/// The mean negative log-likelihood of data, -ln q(x) = log-det - ln q0(z0) with z0 = f^-1(x), differentiated through the inverse.
/// </summary>
internal sealed class MaximumLikelihoodObjective : IObjective
{
    private readonly FlowChain _chain;
    private readonly IDataset _data;
    private readonly int _seeds;
    private readonly PartialGradients _partial;
    private readonly Action<Index2D, SampleTiles, ArrayView<float>, ArrayView<float>, ArrayView<float>, ArrayView<float>> _sum;

    public MaximumLikelihoodObjective(TrainingDefinition definition, Accelerator accelerator)
    {
        _chain = definition.Chain;
        Refuse(_chain);
        _data = definition.Data ?? throw new FlowLabEngineException("FLE003: maximum likelihood needs a dataset as its target; none was given.");
        _seeds = definition.Seeds.Count;
        Work = new FlowWorkspace(accelerator, _chain, _seeds, definition.Training.Batch, gradients: true);
        _partial = new PartialGradients(accelerator, _seeds, _chain.ParameterCount, Work.Tiles.Tiles);
        _sum = accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleTiles, ArrayView<float>, ArrayView<float>, ArrayView<float>, ArrayView<float>>(
            TrainingKernels.NegativeLogLikelihood);
        var fill = accelerator.LoadAutoGroupedStreamKernel<Index1D, float, ArrayView<float>>(TrainingKernels.Fill);
        fill(_seeds * Work.Batch, 1f / Work.Batch, Work.LogDetGradient.Values);
    }

    public string LossName => "negative_log_likelihood";

    public FlowWorkspace Work { get; }

    private ChainGradients Gradients => new(_partial.Values, _chain.ParameterCount, Work.Tiles.Tiles, default);

    public void Differentiate(TrainingBuffers buffers, long update)
    {
        FlowWorkspace work = Work;
        work.Turns.Enter("target", "its draw");
        _data.Draw(new DataDraw(buffers.Seeds.View, RandomPurpose.TrainingData, update, work.State));
        work.Turns.Leave();
        _chain.Inverse(work, _chain.Own(buffers.Parameters.View));
        _sum(
            new Index2D(work.Tiles.Tiles, _seeds), work.Tiles, work.LogBase.Values, work.LogDet.Values, buffers.PartialLosses.View,
            buffers.PartialWorst.View);
        _chain.LikelihoodBackward(work, _chain.Own(buffers.Parameters.View), Gradients);
        _partial.SumInto(buffers, 0);
    }

    public string? LocateFault(TrainingBuffers buffers, long update, int position)
    {
        FlowWorkspace work = Work;
        _data.Draw(new DataDraw(buffers.Seeds.View, RandomPurpose.TrainingData, update, work.State));
        if (!FaultLocator.IsFinite(work.State, position))
            return "a number of the data is not finite";
        return FaultLocator.InInverse(_chain, work, _chain.Own(buffers.Parameters.View), _seeds, position);
    }

    public void Diagnose(TrainingBuffers buffers, long update, int position, List<DiagnosedFigure> figures)
    {
        ChainParameters parameters = _chain.Own(buffers.Parameters.View);
        ChainDiagnosis.Append(_chain, Work, parameters, new NoiseKey(RandomPurpose.TrainingNoise, update), buffers.Seeds.View, position, figures);
        _data.Draw(new DataDraw(buffers.Seeds.View, RandomPurpose.TrainingData, update, Work.State));
        _chain.Inverse(Work, parameters);
        WorstSample.Append(position, [("log_base", Work.LogBase, -1), ("log_det", Work.LogDet, 1)], figures);
    }

    public void Dispose()
    {
        _partial.Dispose();
        Work.Dispose();
    }

    private static void Refuse(FlowChain chain)
    {
        int i = chain.Segments.ToList().FindIndex(segment => segment.Flow.AuxiliaryLength > 0);
        if (i >= 0)
        {
            throw new FlowLabEngineException(
                $"FLE051: flow[{i}] ({chain.Segments[i].Name}) has auxiliary variables, so that the density of its points is an integral that nobody knows; maximum likelihood needs that density. " +
                "Take another flow, or the objective \"free-energy\" of an energy or of a \"model\".");
        }
    }
}
