using FlowLab.Energies;
using FlowLab.Flows;
using FlowLab.Kernels;
using FlowLab.Plugins;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Langevin;

/// <summary>
/// Langevin flow: each layer is one unadjusted step of the stochastic differential equation whose stationary density is the target.
/// <list type="bullet">
/// <item>Forward: z_k = z_{k-1} + s h(z_{k-1}) + sqrt(2 s) eps_k, h(z) = beta g(z) - rho z + mu, with g the gradient of ln p, which is -dU/dz, and
/// eps_k standard normal, the auxiliary variables omega0. Without annealing beta = 1 and rho = mu = 0, and this is dz = -grad L dt + sqrt(2 dt) dxi.</item>
/// <item>Log-det: of the map of (z0, eps_1 .. eps_K) to (zK, z_0 .. z_{K-1}), sum_k sum_d ln(2 s) / 2.</item>
/// <item>Reverse model: r(z_0 .. z_{K-1} | zK) = prod_k N(z_{k-1}; z_k + a z_k + b + c g(z_k), e^v), every layer with its own a, b, c and v, all of which start
/// so that it is the layer's own Langevin kernel at the new point, as in annealed importance sampling by unadjusted steps. A path that is reversible
/// has no better one; a path that is still on its way has, and learns it.</item>
/// <item>Inverse: of the extended map, exact: eps_k = (z_k - z_{k-1} - s h(z_{k-1})) / sqrt(2 s). The density of zK is not known.</item>
/// <item>Domain and constraint: all of R^D; 0 &lt; s &lt; <see cref="LangevinSettings.LargestStep"/>, s = S sigmoid(raw); 0 &lt; beta &lt; 1.</item>
/// <item>Shapes: z [R, D, B], omega [R, K D, B], log-det [R, B], no tape (omegaK holds the path), scratch [R, 4 D + 1, B].</item>
/// <item>Parameters: per layer step [D] if learned, temper [1], pull [D] and push [D] if annealed, reverse.drift, reverse.scale, reverse.shift and
/// reverse.logvar [D]; K (7 D + 1) with all of them.</item>
/// <item>Cost: K + 1 gradients of the target forward; backward as many, and products with its second derivatives.</item>
/// </list>
/// Initial values: annealed beta_k = (k - 1/2) / K, rho_k = 1 - beta_k and mu = 0: a path of Gibbs densities from N(0, I) to p.
/// <para>
/// Rezende and Mohamed, "Variational Inference with Normalizing Flows", section 3.2, 2015, https://arxiv.org/abs/1505.05770; the bound: Salimans, Kingma and
/// Welling, "Markov Chain Monte Carlo and Variational Inference: Bridging the Gap", equation (5), 2015, https://arxiv.org/abs/1410.6460; its reverse kernel and
/// path: Thin, Kotelevskii, Doucet, Durmus, Moulines and Panov, "Monte Carlo Variational Auto-Encoders", section 3 (unadjusted Langevin AIS), 2021,
/// https://arxiv.org/abs/2106.15921
/// </para>
/// </summary>
[Flow("langevin", Summary = "Steps of Langevin dynamics towards the target, with a learned reverse model: a bound, no density.",
    Source = "Rezende and Mohamed 2015, section 3.2; Salimans, Kingma and Welling 2015; Thin et al. 2021")]
public sealed class LangevinFlow : ITargetFlow
{
    private readonly LangevinSettings _settings;
    private readonly LangevinLayer _layer;
    private readonly EqualLayers _layers;
    private readonly Action<Index2D, FlowForward, SampleView, LangevinLayer, int> _forward;
    private readonly Action<Index2D, FlowInverse, SampleView, SampleView, LangevinLayer, int> _inverse;
    private readonly Action<Index2D, FlowBackward, LangevinScratch, LangevinLayer, int, int> _backward;
    private readonly Action<Index2D, SampleTiles, SampleView, SampleView, SampleView, int> _goBack;
    private ITarget? _target;

    public LangevinFlow(LangevinSettings settings, FlowShape shape, Accelerator accelerator)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(accelerator);
        if (settings.LearnSteps && settings.Step >= settings.LargestStep)
        {
            throw new ComponentSettingsException(FormattableString.Invariant(
                $"the setting step is {settings.Step}; expected less than largestStep, which is {settings.LargestStep}: learned steps stay below it"));
        }
        _settings = settings;
        _layer = new LangevinLayer(
            shape.Dimension, settings.LearnSteps ? 1 : 0, settings.Annealed ? 1 : 0, (float)settings.Step, (float)settings.LargestStep);
        _layers = new EqualLayers(settings.Length, FieldsOf(settings, shape.Dimension));
        _forward = accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowForward, SampleView, LangevinLayer, int>(LangevinKernels.Forward);
        _inverse = accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowInverse, SampleView, SampleView, LangevinLayer, int>(LangevinKernels.Inverse);
        _backward = accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowBackward, LangevinScratch, LangevinLayer, int, int>(LangevinKernels.Backward);
        _goBack = accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleTiles, SampleView, SampleView, SampleView, int>(LangevinKernels.GoBack);
    }

    public int Length => _settings.Length;

    public int ParameterCount => _layers.Count;

    public IReadOnlyList<ParameterBlock> Blocks => _layers.Blocks;

    /// <summary>None: the auxiliary variables hold the path.</summary>
    public int TapeLength => 0;

    public int ScratchLength => LangevinScratch.LengthOf(_layer.Dimension);

    /// <summary>The noise of every step.</summary>
    public int AuxiliaryLength => Length * _layer.Dimension;

    /// <summary>Steps and path are one set per seed, as the target's gradient knows the data point already.</summary>
    public ParameterScope Scope => ParameterScope.Global;

    public void Initialize(FlowSeeds seeds, Span<float> parameters)
    {
        int layer = 0;
        _layers.Initialize(seeds, parameters, (_, set) => InitializeLayer(layer++ % Length, set));
    }

    public void Aim(ITarget target) => _target = target;

    public void Forward(in FlowForward pass)
    {
        if (pass.Batch.Layers == 0)
            return;
        LangevinScratch scratch = ScratchOf(pass.Batch, pass.Scratch);
        for (int point = 0; point <= pass.Batch.Layers; point++)
        {
            Evaluate(pass.Batch, pass.State, pass.Scratch, scratch.Gradient);
            _forward(Instances(pass.Batch), pass, scratch.Gradient, _layer, point);
        }
    }

    public void Backward(in FlowBackward pass)
    {
        LangevinScratch scratch = ScratchOf(pass.Batch, pass.Scratch);
        for (int point = pass.Batch.Layers; point >= 0; point--)
        {
            Evaluate(pass.Batch, pass.State, pass.Scratch, scratch.Gradient);
            _backward(Instances(pass.Batch), pass, scratch, _layer, point, Length);
            Target.AddCurvature(new CurvaturePass(pass.Batch.Seeds, pass.State, scratch.Direction, pass.Gradient, -1));
            if (point > 0)
                _goBack(Instances(pass.Batch), pass.Batch.Tiles, pass.State, scratch.Next, pass.Auxiliary, point - 1);
        }
    }

    public void Inverse(in FlowInverse pass)
    {
        LangevinScratch scratch = ScratchOf(pass.Batch, pass.Scratch);
        for (int point = pass.Batch.Layers - 1; point >= pass.FirstLayer; point--)
        {
            _goBack(Instances(pass.Batch), pass.Batch.Tiles, pass.State, scratch.Next, pass.Auxiliary, point);
            Evaluate(pass.Batch, pass.State, pass.Scratch, scratch.Gradient);
            _inverse(Instances(pass.Batch), pass, scratch.Gradient, scratch.Next, _layer, point);
        }
    }

    /// <summary>Not offered: there is no likelihood to train.</summary>
    public void InverseBackward(in FlowInverseBackward pass) =>
        throw new NotSupportedException("A Langevin flow has auxiliary variables, and so a bound instead of a density: it is not fitted through its inverse.");

    public void Dispose() => _target = null;

    private static Index2D Instances(FlowBatch batch) => new(batch.Tiles.Tiles, batch.Seeds);

    private static (string Name, int Length)[] FieldsOf(LangevinSettings settings, int dimension) =>
    [
        .. settings.LearnSteps ? [("step", dimension)] : Array.Empty<(string, int)>(),
        .. settings.Annealed ? [("temper", 1), ("pull", dimension), ("push", dimension)] : Array.Empty<(string, int)>(),
        ("reverse.drift", dimension), ("reverse.scale", dimension), ("reverse.shift", dimension), ("reverse.logvar", dimension),
    ];

    private ITarget Target => _target ?? throw new InvalidOperationException("A Langevin flow follows a target, which has to be given by Aim before its first pass.");

    private LangevinScratch ScratchOf(FlowBatch batch, SampleView memory) => LangevinScratch.Of(memory, batch.Seeds, _layer.Dimension);

    /// <summary>g, the gradient of ln p.</summary>
    private void Evaluate(FlowBatch batch, SampleView state, SampleView memory, SampleView gradient) => Target.EvaluateWithGradient(
        new EnergyPass(batch.Seeds, state, memory.Part(batch.Seeds, 4 * _layer.Dimension, 1).Values, gradient, -1));

    private void InitializeLayer(int number, Span<float> layer)
    {
        double temper = _settings.Annealed ? (number + 0.5) / Length : 1, pull = 1 - temper;
        layer.Clear();
        for (int d = 0; d < _layer.Dimension; d++)
        {
            if (_settings.LearnSteps)
                layer[d] = (float)Math.Log(_settings.Step / (_settings.LargestStep - _settings.Step));
            if (_settings.Annealed)
                layer[_layer.Pull + d] = (float)pull;
            layer[_layer.Drift + d] = (float)(_settings.Step * temper);
            layer[_layer.Scale + d] = (float)(-_settings.Step * pull);
            layer[_layer.LogVariance + d] = (float)Math.Log(2 * _settings.Step);
        }
        if (_settings.Annealed)
            layer[_layer.Temper] = (float)Math.Log(temper / (1 - temper));
    }
}
