using FlowLab.Engine.Cells;
using FlowLab.Engine.Latents;
using FlowLab.Flows;
using FlowLab.Plugins.Tests.Flows;
using FlowLab.Random;

namespace FlowLab.Engine.Tests.Latents;

/// <summary>
/// The free energy of one batch in double precision, from x to the loss, with the noise of the engine: one sample after the other, written
/// from the paper's formulas. The rank-one Gaussian is evaluated as the multivariate normal with precision diag(1/sigma^2) + u u'.
/// </summary>
internal sealed class ReferenceLatentModel
{
    private readonly LatentCase _case;
    private readonly IReferenceFlow[] _flows;
    private readonly int[] _flowParameters;
    private readonly double[][] _starts;
    private readonly ReferenceMlp _encoder;
    private readonly ReferenceMlp[] _decoders;

    /// <param name="latentCase">The model.</param>
    /// <param name="flows">Its flows.</param>
    /// <param name="flowParameters">How many parameters each of them has.</param>
    /// <param name="starts">[R][outputs]: where the outputs of the inference network start.</param>
    public ReferenceLatentModel(LatentCase latentCase, IReferenceFlow[] flows, int[] flowParameters, double[][] starts)
    {
        (_case, _flows, _flowParameters, _starts) = (latentCase, flows, flowParameters, starts);
        int[] widths = latentCase.Widths;
        int pointOutputs = latentCase.Likelihood == LikelihoodKind.Bernoulli ? latentCase.PointDimension : 2 * latentCase.PointDimension;
        int amortised = _flowParameters.Where((_, i) => latentCase.Flows[i].Scope == ParameterScope.Amortised).Sum() + latentCase.Flows.Sum(flow => flow.ContextLength);
        _encoder = new ReferenceMlp(latentCase.Network, latentCase.PointDimension, BaseCount + amortised);
        _decoders = [.. widths.Select((width, layer) => new ReferenceMlp(latentCase.Network, width, layer == 0 ? pointOutputs : 2 * widths[layer - 1]))];
    }

    public int ParameterCount => FirstOfChain + _flowParameters.Where((_, i) => _case.Flows[i].Scope == ParameterScope.Global).Sum();

    /// <summary>How near the evaluations have come to a bend of a network.</summary>
    public double LeastMargin => _decoders.Append(_encoder).Min(network => network.LeastMargin);

    private int BaseCount => (_case.Posterior == PosteriorKind.RankOne ? 3 : 2) * _case.Dimension;

    private int FirstOfChain => _encoder.ParameterCount + _decoders.Sum(network => network.ParameterCount);

    /// <summary>The annealed free energy of the first update of the seed at a position, the one at beta = 1, and that of its worst sample.</summary>
    public (double Annealed, double Loss, double Worst) FreeEnergy(int position, double[] parameters)
    {
        (double posterior, double likelihood, double prior) = _case.Term == AnnealedTerm.Joint ? (1.0, _case.Beta, _case.Beta) : (_case.Beta, 1.0, _case.Beta);
        int seed = _case.Seeds[position];
        double annealed = 0, loss = 0, worst = double.NegativeInfinity;
        for (int point = 0; point < _case.Batch; point++)
        {
            double[] x = _case.Data[MemoryPoints.IndexOf(seed, point, _case.Data.Length)];
            double[] head = Shape(_encoder.Evaluate(x, parameters), _starts[position]);
            for (int sample = point; sample < _case.Batch * _case.Samples; sample += _case.Batch)
            {
                (double logQ, double logLikelihood, double logPrior) = Densities(position, x, head, NoiseOf(seed, sample, _case.Dimension), parameters);
                annealed += posterior * logQ - likelihood * logLikelihood - prior * logPrior;
                loss += logQ - logLikelihood - logPrior;
                worst = Math.Max(worst, logQ - logLikelihood - logPrior);
            }
        }
        int samples = _case.Batch * _case.Samples;
        return (annealed / samples, loss / samples, worst);
    }

    /// <summary>p = p0 + bound tanh(scale (o - p0) / bound) behind the parameters of q0.</summary>
    private double[] Shape(double[] outputs, double[] starts)
    {
        (double scale, double bound) = (_case.Scale, _case.FlowOutputs.Bound);
        return [.. outputs.Select((output, i) => i < BaseCount ? output
            : starts[i] + (bound == 0 ? scale * (output - starts[i]) : bound * Math.Tanh(scale * (output - starts[i]) / bound)))];
    }

    /// <summary>The numbers that the engine adds to a sample: addressed by seed, update 0 and sample, two pairs to a block.</summary>
    private static double[] NoiseOf(int seed, int sample, int dimension)
    {
        double[] noise = new double[dimension];
        for (int d = 0; d < dimension; d++)
        {
            PhiloxBlock bits = KernelRandom.Bits(seed, (int)RandomPurpose.TrainingNoise, 0, sample, d / 4);
            NormalPair pair = d % 4 < 2 ? KernelRandom.Normal(bits.X, bits.Y) : KernelRandom.Normal(bits.Z, bits.W);
            noise[d] = d % 2 == 0 ? pair.First : pair.Second;
        }
        return noise;
    }

    private (double LogQ, double LogLikelihood, double LogPrior) Densities(int position, double[] x, double[] head, double[] noise, double[] parameters)
    {
        (double[] z, double logQ) = _case.Posterior == PosteriorKind.RankOne
            ? ReferenceDensities.DrawRankOne(head, noise)
            : ReferenceDensities.DrawDiagonal(head, noise);
        logQ -= Flow(position, z, head, parameters);
        double logPrior = 0;
        double[] below = [];
        double[] output = [];
        int first = 0, offset = _encoder.ParameterCount;
        double logLikelihood = 0;
        for (int layer = 0; layer < _decoders.Length; layer++)
        {
            double[] own = z[first..(first + _case.Widths[layer])];
            output = _decoders[layer].Evaluate(own, parameters.AsSpan(offset));
            if (layer == 0)
                logLikelihood = ReferenceDensities.LogLikelihood(_case.Settings.Likelihood, x, output);
            else
                logPrior += ReferenceDensities.LogNormal(below, output);
            (below, first, offset) = (own, first + own.Length, offset + _decoders[layer].ParameterCount);
        }
        return (logQ, logLikelihood, logPrior + ReferenceDensities.LogNormal(below, new double[2 * below.Length]));
    }

    private double Flow(int position, double[] z, double[] head, double[] parameters)
    {
        int global = FirstOfChain, amortised = BaseCount;
        double logDet = 0;
        for (int i = 0; i < _flows.Length; i++)
        {
            bool isGlobal = _case.Flows[i].Scope == ParameterScope.Global;
            ref int first = ref isGlobal ? ref global : ref amortised;
            double[] own = (isGlobal ? parameters : head)[first..(first + _flowParameters[i])];
            first += _flowParameters[i];
            double[] context = head[amortised..(amortised + _case.Flows[i].ContextLength)];
            amortised += context.Length;
            logDet += _flows[i].Apply(z, _case.Flows[i].WithContext(own, context, z.Length), position, _case.Flows[i].Length);
        }
        return logDet;
    }
}
