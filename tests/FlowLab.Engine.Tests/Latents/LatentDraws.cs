using FlowLab.Data;
using FlowLab.Engine.Latents;
using FlowLab.Engine.Models;
using FlowLab.Random;
using ILGPU.Runtime;

namespace FlowLab.Engine.Tests.Latents;

/// <summary>ln w = ln p(x, z) - ln q(z|x) of draws for the first points of a cell's dataset, and statistics of them in double precision.</summary>
internal sealed class LatentDraws
{
    private readonly double[][][] _logWeights;

    /// <param name="cell">The cell.</param>
    /// <param name="device">Its device.</param>
    /// <param name="points">Points N.</param>
    /// <param name="samples">Draws S per point.</param>
    public LatentDraws(LatentCell cell, LatentDevice device, int points, int samples)
    {
        int seeds = cell.Case.Seeds.Length, batch = points * samples;
        using LatentWorkspace work = new(cell.Model, device.Accelerator, seeds, points, samples, gradients: false);
        ((IPointDataset)cell.Session.Definition.Data!).Gather(new DataGather(DataSubset.Test, 0, seeds, work.Points));
        cell.Model.Encode(work, cell.Session.Parameters);
        cell.Model.Sample(work, cell.Session.Parameters, new NoiseKey(RandomPurpose.EvaluationNoise, 0), cell.Session.SeedsOnDevice);
        cell.Model.Evaluate(work, cell.Session.Parameters);
        float[] logBase = work.Flow.LogBase.Values.GetAsArray(), logDet = work.Flow.LogDet.Values.GetAsArray();
        float[] logPrior = work.LogPrior.Values.GetAsArray(), logLikelihood = work.LogLikelihood.Values.GetAsArray();
        double LogWeight(int i) => (double)logLikelihood[i] + logPrior[i] - logBase[i] + logDet[i];
        _logWeights =
        [
            .. Enumerable.Range(0, seeds).Select(seed => Enumerable.Range(0, points).Select(point =>
                Enumerable.Range(0, samples).Select(sample => LogWeight(seed * batch + sample * points + point)).ToArray()).ToArray()),
        ];
    }

    /// <summary>[N][S] of the seed at a position.</summary>
    public double[][] LogWeights(int position) => _logWeights[position];

    /// <summary>The bound F of each point.</summary>
    public double[] Bounds(int position) => [.. _logWeights[position].Select(logs => -logs.Average())];

    /// <summary>The importance-sampled -ln p(x) of each point.</summary>
    public double[] NegativeLogLikelihoods(int position) => [.. _logWeights[position].Select(logs => -logs.Max() - Math.Log(Weights(logs).Average()))];

    /// <summary>The effective sample size of each point.</summary>
    public double[] EffectiveSamples(int position) =>
        [.. _logWeights[position].Select(logs => Math.Pow(Weights(logs).Sum(), 2) / Weights(logs).Sum(weight => weight * weight))];

    /// <summary>The Monte Carlo standard error of the mean over points of the bound.</summary>
    public double BoundError(int position) => MeanError(_logWeights[position].Select(Variance));

    /// <summary>The Monte Carlo standard error of the mean over points of -ln p(x): relative variance of the mean weight.</summary>
    public double NegativeLogLikelihoodError(int position) =>
        MeanError(_logWeights[position].Select(Weights).Select(weights => Variance(weights) / Math.Pow(weights.Average(), 2)));

    /// <summary>Weights relative to the greatest.</summary>
    private static double[] Weights(double[] logs)
    {
        double greatest = logs.Max();
        return Array.ConvertAll(logs, log => Math.Exp(log - greatest));
    }

    private static double Variance(double[] values)
    {
        double mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }

    private double MeanError(IEnumerable<double> variances)
    {
        double[] each = [.. variances];
        return Math.Sqrt(each.Sum() / _logWeights[0][0].Length) / each.Length;
    }
}
