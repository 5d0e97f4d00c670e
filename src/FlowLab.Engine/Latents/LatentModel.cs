using FlowLab.Data;
using FlowLab.Engine.Memory;
using FlowLab.Engine.Models;
using FlowLab.Flows;
using FlowLab.Kernels;
using FlowLab.Networks;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Latents;

/// <summary>
/// The deep latent Gaussian model of Rezende and Mohamed 2015 (sections 2.3 and 6) with its posterior, for R seeds at once:
/// p(x, z1 .. zL) = p(x | f0(z1)) prod_l p(z_l | f_l(z_(l+1))), p(zL) = N(0, I), p(z_l | .) diagonal Gaussians.
/// <para>
/// z = (z1, ..., zL) is one vector of dimension D, the sum of the widths; its first rows are z1. The posterior is one density of that
/// vector: the inference network maps x to the parameters of q0(z0|x), independent across layers as in Rezende, Mohamed and Wierstra
/// 2014 if it is diagonal, and to those of the amortised segments of a chain of flows, which acts on all of z and so couples the layers.
/// </para>
/// <para>
/// Parameters of a seed: inference network, generative networks f0, f1, ..., global parameters of the chain. The output biases of the
/// inference network start as the flows ask for, its output weights at a tenth of their scale, so that q(z|x) starts near those values for every x.
/// So do the output weights for ln sigma in the generative networks: sigma starts near 1 for every z. At full scale it would be e^(some |z|), and the
/// first losses and gradients hundreds of times those of a fit.
/// </para>
/// </summary>
public sealed class LatentModel : IDisposable
{
    /// <summary>What <see cref="AreWidths"/> wants, for messages.</summary>
    public const string ExpectedWidths = "the widths of 1 to 16 stochastic layers from the data upwards, each from 1 to 4096";

    private const float HeadScale = 0.1f;

    private readonly int _seeds;
    private readonly FlowOutputs _flowOutputs;

    // The first row of each z_l, and the first parameter of each generative network, then that behind the last: asked for at every update.
    private readonly int[] _firstRow;
    private readonly int[] _firstOfDecoder;
    private readonly Action<Index2D, SampleRows, ArrayView<float>> _standardNormal;
    private readonly Action<Index2D, SampleRows, SampleRows, float> _standardNormalBackward;
    private readonly Action<Index2D, SampleRows, SampleView, ArrayView<float>> _conditional;
    private readonly Action<Index2D, SampleRows, SampleView, SampleRows, float> _conditionalBackward;

    /// <param name="settings">Widths, networks, densities.</param>
    /// <param name="shape">The axes of a data point.</param>
    /// <param name="values">What its numbers are.</param>
    /// <param name="seeds">Seeds R.</param>
    /// <param name="parts">The flows of the posterior, built for dimension D; the model owns them.</param>
    /// <param name="networks">Builds the networks.</param>
    /// <param name="accelerator">The device.</param>
    public LatentModel(
        LatentSettings settings, PointShape shape, PointValues values, int seeds, IReadOnlyList<ChainPart> parts, INetworkFactory networks,
        Accelerator accelerator)
    {
        Widths = [.. settings.Latents];
        int dimension = DimensionOf(settings);
        _seeds = seeds;
        Shape = shape;
        Likelihood = LikelihoodOf(settings.Likelihood, accelerator);
        if (!Likelihood.Accepts(values))
        {
            throw new FlowLabEngineException(
                $"FLE030: the {Likelihood.Name} likelihood is no density of these data: they are {Describe(values)}. " +
                "Use bernoulli for binary points (\"target\": { \"binarization\": \"static\" }), logit-normal for intensities, gaussian for any numbers.");
        }
        IBaseDensity start = settings.Posterior == PosteriorKind.RankOne
            ? new RankOneBase(dimension, accelerator)
            : new GaussianBase(dimension, new BaseSettings(), accelerator);
        Chain = new FlowChain(dimension, seeds, start, ParameterScope.Amortised, parts);
        Encoder = networks.CreateNetwork(settings.Encoder, PointDimension, Chain.AmortisedCount);
        _flowOutputs = new FlowOutputs(settings.FlowOutputs, seeds, Chain, accelerator);
        Decoders = [.. Widths.Select((width, layer) => networks.CreateNetwork(
            settings.Decoder, width, layer == 0 ? Likelihood.OutputCount(PointDimension) : 2 * Widths[layer - 1]))];
        _firstRow = [.. Widths.Select((_, layer) => Widths.Take(layer).Sum())];
        _firstOfDecoder = [.. Enumerable.Range(0, Decoders.Count + 1).Select(layer =>
            Encoder.ParameterCount + Decoders.Take(layer).Sum(network => network.ParameterCount))];
        ParameterCount = FirstOfChain + Chain.ParameterCount;
        _standardNormal = accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleRows, ArrayView<float>>(LatentKernels.StandardNormal);
        _standardNormalBackward = accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleRows, SampleRows, float>(LatentKernels.StandardNormalBackward);
        _conditional = accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleRows, SampleView, ArrayView<float>>(LatentKernels.Conditional);
        _conditionalBackward = accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleRows, SampleView, SampleRows, float>(
            LatentKernels.ConditionalBackward);
    }

    /// <summary>Widths of z1, z2, ..., zL.</summary>
    public IReadOnlyList<int> Widths { get; }

    /// <summary>The axes of a data point.</summary>
    public PointShape Shape { get; }

    /// <summary>Numbers of a data point.</summary>
    public int PointDimension => Shape.Dimension;

    /// <summary>q(z|x).</summary>
    public FlowChain Chain { get; }

    /// <summary>The inference network: x to the amortised parameters of the chain.</summary>
    public INetwork Encoder { get; }

    /// <summary>f0: z1 to the parameters of p(x|z1); f_l: z_(l+1) to mu and ln sigma of z_l.</summary>
    public IReadOnlyList<INetwork> Decoders { get; }

    /// <summary>p(x|z).</summary>
    public ILikelihood Likelihood { get; }

    /// <summary>Parameters per seed, P.</summary>
    public int ParameterCount { get; }

    /// <summary>The first of the chain's global parameters.</summary>
    public int FirstOfChain => _firstOfDecoder[^1];

    /// <summary>The named parts of a seed's parameters.</summary>
    public IReadOnlyList<NamedTensor> Tensors => [.. TensorsOf("encoder", Encoder, 0), .. Decoders.SelectMany((network, layer) =>
        TensorsOf($"decoder{layer}", network, FirstOfDecoder(layer))), .. Chain.TensorsOf(ParameterScope.Global, FirstOfChain)];

    /// <summary>Whether a model can have stochastic layers of these widths.</summary>
    public static bool AreWidths(IReadOnlyList<int> latents) => latents.Count is >= 1 and <= 16 && latents.All(width => width is >= 1 and <= 4096);

    /// <summary>D: the sum of the widths.</summary>
    public static int DimensionOf(LatentSettings settings)
    {
        if (!AreWidths(settings.Latents))
        {
            throw new FlowLabEngineException(
                $"FLE031: model.latents is [{string.Join(", ", settings.Latents)}]; expected {ExpectedWidths}, such as [40].");
        }
        return settings.Latents.Sum();
    }

    /// <summary>Initial parameters of all seeds, [R, P]; also draws the constants of every flow.</summary>
    public float[] Initialize(IReadOnlyList<int> seeds, ComponentTurns? turns = null)
    {
        float[] parameters = new float[checked(seeds.Count * ParameterCount)];
        float[] flows = Chain.Initialize(seeds, turns, out float[] amortised);
        _flowOutputs.Start(amortised);
        Parallel.For(0, seeds.Count, position =>
        {
            Span<float> set = parameters.AsSpan(position * ParameterCount, ParameterCount);
            Encoder.Initialize(StreamOf(seeds[position], 0), set);
            for (int layer = 0; layer < Decoders.Count; layer++)
            {
                Span<float> own = set[FirstOfDecoder(layer)..];
                Decoders[layer].Initialize(StreamOf(seeds[position], layer + 1), own);
                QuietDeviations(Decoders[layer], layer == 0 ? PointDimension : Widths[layer - 1], own);
            }
            SetHead(set, amortised.AsSpan(position * Chain.AmortisedCount, Chain.AmortisedCount));
            flows.AsSpan(position * Chain.ParameterCount, Chain.ParameterCount).CopyTo(set[FirstOfChain..]);
        });
        return parameters;
    }

    /// <summary>x in the workspace to the parameters of q(z|x).</summary>
    public void Encode(LatentWorkspace work, ArrayView<float> parameters)
    {
        Encoder.Forward(new NetworkForward(
            _seeds, Set(parameters, 0), SampleRows.All(work.Points), SampleRows.All(work.Head), work.EncoderTape));
        _flowOutputs.Shape(work.Head);
    }

    /// <summary>The parameters of q(z|x), after <see cref="Encode"/>.</summary>
    public ChainParameters PosteriorOf(LatentWorkspace work, ArrayView<float> parameters)
    {
        if (work.Target is { } target)
            target.Parameters = parameters;
        return new ChainParameters(Set(parameters, FirstOfChain), SampleRows.All(work.Head));
    }

    /// <summary>Draws z from q(z|x), with ln q0 and the sum of log-dets.</summary>
    public void Sample(LatentWorkspace work, ArrayView<float> parameters, NoiseKey key, ArrayView<int> seeds) =>
        Chain.Sample(work.Flow, PosteriorOf(work, parameters), key, seeds);

    /// <summary>z in the workspace to the outputs of generative network <paramref name="layer"/>.</summary>
    public void Decode(LatentWorkspace work, ArrayView<float> parameters, int layer) => Decoders[layer].Forward(new NetworkForward(
        _seeds, Set(parameters, FirstOfDecoder(layer)), Latent(work.Flow.State, layer), SampleRows.All(work.Outputs[layer]), work.DecoderTapes[layer]));

    /// <summary>ln p(z) and ln p(x|z) of z in the workspace.</summary>
    public void Evaluate(LatentWorkspace work, ArrayView<float> parameters)
    {
        EvaluatePrior(work, parameters);
        Decode(work, parameters, 0);
        Likelihood.Evaluate(LikelihoodOf(work, 0));
    }

    /// <summary>
    /// ln p(z) and ln p(x|z), then the gradients of the sum over samples of weights.Posterior (ln q0 - log-det) - weights.Likelihood ln p(x|z) -
    /// weights.Prior ln p(z) for all parameters. <see cref="FlowWorkspace.LogDetGradient"/> holds -weights.Posterior already.
    /// </summary>
    /// <param name="work">As <see cref="Sample"/> left it.</param>
    /// <param name="parameters">[R, P].</param>
    /// <param name="gradients">[R, P]; those of the chain's global parameters are not written.</param>
    /// <param name="partial">[R, global parameters of the chain, tiles].</param>
    /// <param name="weights">The weights of a sample.</param>
    public void Differentiate(
        LatentWorkspace work, ArrayView<float> parameters, ArrayView<float> gradients, ArrayView<float> partial, LossWeights weights)
    {
        EvaluatePrior(work, parameters);
        Decode(work, parameters, 0);
        Likelihood.EvaluateWithGradient(LikelihoodOf(work, weights.Likelihood));
        DecoderBackward(work, parameters, gradients, 0);
        for (int layer = 1; layer < Decoders.Count; layer++)
        {
            SampleRows below = Latent(work.Flow.State, layer - 1);
            _conditionalBackward(Instances(work), below, work.Outputs[layer], Latent(work.Flow.Gradient, layer - 1), weights.Prior);
            DecoderBackward(work, parameters, gradients, layer);
        }
        int top = Decoders.Count - 1;
        _standardNormalBackward(Instances(work), Latent(work.Flow.State, top), Latent(work.Flow.Gradient, top), weights.Prior);
        if (work.Target is { } target)
            target.Gradients = gradients;
        Chain.Backward(
            work.Flow, PosteriorOf(work, parameters),
            new ChainGradients(partial, Chain.ParameterCount, work.Flow.TilesOf(ParameterScope.Global).Tiles, SampleRows.All(work.HeadGradient)), weights.Posterior);
        _flowOutputs.ShapeBackward(work.Head, work.HeadGradient);
        Encoder.Backward(new NetworkBackward(
            _seeds, Set(parameters, 0), Set(gradients, 0), SampleRows.All(work.Points), SampleRows.All(work.HeadGradient), null,
            work.EncoderTape, work.EncoderScratch));
    }

    /// <summary>ln p(x, z) and its gradients at given z, by outputs, tapes and scratch of the generative networks, one network after the other.</summary>
    internal void EvaluateJoint(LatentWorkspace work, ArrayView<float> parameters, in JointPass pass)
    {
        int top = Decoders.Count - 1;
        _standardNormal(Instances(work), Latent(pass.State, top), pass.LogPrior);
        for (int layer = 0; layer <= top; layer++)
        {
            Decoders[layer].Forward(new NetworkForward(
                _seeds, Set(parameters, FirstOfDecoder(layer)), Latent(pass.State, layer), SampleRows.All(work.Outputs[layer]), work.DecoderTapes[layer]));
            if (layer == 0)
            {
                Likelihood.EvaluateWithGradient(new LikelihoodPass(_seeds, work.Points, work.Outputs[0], pass.LogLikelihood, pass.Scale));
            }
            else
            {
                _conditional(Instances(work), Latent(pass.State, layer - 1), work.Outputs[layer], pass.LogPrior);
                _conditionalBackward(Instances(work), Latent(pass.State, layer - 1), work.Outputs[layer], Latent(pass.Gradient, layer - 1), pass.Scale);
            }
            Decoders[layer].Backward(new NetworkBackward(
                _seeds, Set(parameters, FirstOfDecoder(layer)), pass.Parameters.Skip(FirstOfDecoder(layer) - Encoder.ParameterCount), Latent(pass.State, layer),
                SampleRows.All(work.Outputs[layer]), Latent(pass.Gradient, layer), work.DecoderTapes[layer], work.DecoderScratch));
        }
        _standardNormalBackward(Instances(work), Latent(pass.State, top), Latent(pass.Gradient, top), pass.Scale);
    }

    /// <summary>The name of a parameter: network or flow, layer and block.</summary>
    public string NameOf(int parameter)
    {
        if (parameter >= FirstOfChain)
            return Chain.NameOf(ParameterScope.Global, parameter - FirstOfChain);
        return Tensors.Last(tensor => tensor.Offset <= parameter).Name;
    }

    /// <summary>Disposes the chain; networks and densities own nothing.</summary>
    public void Dispose()
    {
        Chain.Dispose();
        _flowOutputs.Dispose();
    }

    private static RandomStream StreamOf(int seed, int network) => new(seed, RandomPurpose.NetworkInitialization, network);

    private static IEnumerable<NamedTensor> TensorsOf(string name, INetwork network, int first) =>
        network.Blocks.Select(block => new NamedTensor($"{name}.{block.Name}", first + block.Offset, block.Shape));

    private static string Describe(PointValues values) => values switch
    {
        PointValues.Binary => "binary",
        PointValues.Intensities => "intensities in [0, 1]",
        _ => "numbers of any size",
    };

    private static ILikelihood LikelihoodOf(LikelihoodSettings settings, Accelerator accelerator) => settings.Type switch
    {
        LikelihoodKind.LogitNormal => new LogitNormalLikelihood(settings, accelerator),
        LikelihoodKind.Gaussian => new GaussianLikelihood(accelerator),
        _ => new BernoulliLikelihood(accelerator),
    };

    private void EvaluatePrior(LatentWorkspace work, ArrayView<float> parameters)
    {
        _standardNormal(Instances(work), Latent(work.Flow.State, Decoders.Count - 1), work.LogPrior.Values);
        for (int layer = 1; layer < Decoders.Count; layer++)
        {
            Decode(work, parameters, layer);
            _conditional(Instances(work), Latent(work.Flow.State, layer - 1), work.Outputs[layer], work.LogPrior.Values);
        }
    }

    private void DecoderBackward(LatentWorkspace work, ArrayView<float> parameters, ArrayView<float> gradients, int layer) =>
        Decoders[layer].Backward(new NetworkBackward(
            _seeds, Set(parameters, FirstOfDecoder(layer)), Set(gradients, FirstOfDecoder(layer)), Latent(work.Flow.State, layer),
            SampleRows.All(work.Outputs[layer]), Latent(work.Flow.Gradient, layer), work.DecoderTapes[layer], work.DecoderScratch));

    private void SetHead(Span<float> set, ReadOnlySpan<float> amortised)
    {
        ParameterBlock weight = Encoder.Blocks[^2], bias = Encoder.Blocks[^1];
        foreach (ref float value in set.Slice(weight.Offset, weight.Length))
            value *= HeadScale;
        amortised.CopyTo(set.Slice(bias.Offset, bias.Length));
    }

    /// <summary>The output weights behind those of the means.</summary>
    private static void QuietDeviations(INetwork network, int means, Span<float> parameters)
    {
        ParameterBlock weight = network.Blocks[^2];
        int first = means * (weight.Length / network.Outputs);
        foreach (ref float value in parameters.Slice(weight.Offset + first, weight.Length - first))
            value *= HeadScale;
    }

    private LikelihoodPass LikelihoodOf(LatentWorkspace work, float scale) =>
        new(_seeds, work.Points, work.Outputs[0], work.LogLikelihood.Values, scale);

    private SeedParameters Set(ArrayView<float> values, int first) => new(values, ParameterCount, first);

    private SampleRows Latent(SampleView view, int layer) => new(view, _firstRow[layer], Widths[layer]);

    private Index2D Instances(LatentWorkspace work) => new(work.Flow.Batch, _seeds);

    private int FirstOfDecoder(int layer) => _firstOfDecoder[layer];
}
