using FlowLab.Energies;
using FlowLab.Flows;
using FlowLab.Kernels;
using FlowLab.Plugins;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Hamiltonian;

/// <summary>
/// Hamiltonian flow: each layer is a leapfrog step of z and a momentum omega in the potential of the target, with draws of the momentum between stretches of layers.
/// <list type="bullet">
/// <item>Forward, at a draw: omega = a z + b + c g(z) + e^v eps, the initial momentum q(omega | z); per layer omega += s h(z) / 2, z += s omega, omega += s h(z) / 2,
/// omega *= alpha, with g the gradient of ln p and h(z) = beta g(z) - rho z + mu. Without annealing h = g; without tempering alpha = 1, and a step preserves
/// volume.</item>
/// <item>Mass: a diagonal mass m is a step per component, s_d = s / sqrt(m_d), of a momentum in units of sqrt(m): there is no other parameter for it.</item>
/// <item>Log-det: of the map of (z0, eps) to (zK, omega at the ends of stretches), sum of v at every draw and of D ln alpha at every layer.</item>
/// <item>Reverse model: r(omega | z) = N(a' z + b' + c' g(z), e^(2 v')) at the end of every stretch, learned; in a latent model with parameters of every data
/// point it is r(omega | z, x).</item>
/// <item>Inverse: of the extended map, exact: leapfrog backwards. The density of zK is not known.</item>
/// <item>Domain and constraint: all of R^D; 0 &lt; s &lt; <see cref="HamiltonianSettings.LargestStep"/>, |ln alpha| &lt; 1, |v| &lt; 6, by sigmoid and tanh.</item>
/// <item>Shapes: z [R, D, B], omega [R, J D, B] for J draws, log-det [R, B], no tape (leapfrog is undone), scratch [R, 2 D + 1, B].</item>
/// <item>Parameters: <see cref="HamiltonianShape"/>; J 8 D + K (3 D + 2) with all of them.</item>
/// <item>Cost: K + 1 gradients of the target forward; backward as many, and products with its second derivatives.</item>
/// </list>
/// Initial values: omega standard normal at every draw, alpha = 1. Annealed: beta_k = (k - 1/2) / K, rho_k = 1 - beta_k, mu = 0, and omega standard normal in reverse, as it is where z is
/// in equilibrium all along the path. Otherwise z0 may be far from the target, and in reverse omega has the mean that a force leaves which is everywhere as at the end of the stretch,
/// c' = s times its layers.
/// <para>
/// Rezende and Mohamed, "Variational Inference with Normalizing Flows", section 3.2, 2015, https://arxiv.org/abs/1505.05770; HVI: Salimans, Kingma and Welling,
/// "Markov Chain Monte Carlo and Variational Inference: Bridging the Gap", section 4, 2015, https://arxiv.org/abs/1410.6460; tempering: Caterini, Doucet and Sejdinovic,
/// "Hamiltonian Variational Auto-Encoder", 2018, https://arxiv.org/abs/1805.11328; the path: Geffner and Domke, "MCMC Variational Inference via Uncorrected Hamiltonian
/// Annealing", 2021, https://arxiv.org/abs/2107.04150
/// </para>
/// </summary>
[Flow("hamiltonian", Summary = "Leapfrog steps of z and a drawn momentum towards the target, with a learned reverse model: a bound, no density.",
    Source = "Rezende and Mohamed 2015, section 3.2; Salimans, Kingma and Welling 2015; Caterini, Doucet and Sejdinovic 2018")]
public sealed class HamiltonianFlow : ITargetFlow
{
    private static readonly string[] MomentumParts = ["scale", "shift", "drift", "logsd"];

    private readonly HamiltonianSettings _settings;
    private readonly HamiltonianShape _shape;
    private readonly Action<Index2D, FlowForward, SampleView, HamiltonianShape, int> _forward;
    private readonly Action<Index2D, FlowInverse, SampleView, HamiltonianShape, int> _inverse;
    private readonly Action<Index2D, FlowBackward, SampleView, SampleView, HamiltonianShape, int> _backward;
    private readonly Action<Index2D, FlowBatch, SampleView, SampleView, HamiltonianShape, int> _goBack;
    private ITarget? _target;

    public HamiltonianFlow(HamiltonianSettings settings, FlowShape shape, Accelerator accelerator)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(accelerator);
        if (settings.Step >= settings.LargestStep)
        {
            throw new ComponentSettingsException(FormattableString.Invariant(
                $"the setting step is {settings.Step}; expected less than largestStep, which is {settings.LargestStep}: steps stay below it"));
        }
        _settings = settings;
        int refresh = settings.Refresh == 0 ? settings.Length : Math.Min(settings.Refresh, settings.Length);
        _shape = new HamiltonianShape(
            shape.Dimension, settings.Length, refresh, settings.Tempered ? 1 : 0, settings.Annealed ? 1 : 0, (float)settings.LargestStep);
        Blocks = [.. BlocksOf(_shape)];
        _forward = accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowForward, SampleView, HamiltonianShape, int>(HamiltonianKernels.Forward);
        _inverse = accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowInverse, SampleView, HamiltonianShape, int>(HamiltonianKernels.Inverse);
        _backward = accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowBackward, SampleView, SampleView, HamiltonianShape, int>(HamiltonianGradients.Backward);
        _goBack = accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowBatch, SampleView, SampleView, HamiltonianShape, int>(HamiltonianKernels.GoBack);
    }

    public int Length => _shape.Length;

    public int ParameterCount => _shape.Count;

    public IReadOnlyList<ParameterBlock> Blocks { get; }

    /// <summary>None: leapfrog steps are undone on the way back.</summary>
    public int TapeLength => 0;

    /// <summary>The target's gradient, the direction of its second derivatives, its energy.</summary>
    public int ScratchLength => 2 * _shape.Dimension + 1;

    /// <summary>A momentum for every draw.</summary>
    public int AuxiliaryLength => _shape.Stretches * _shape.Dimension;

    /// <summary>Steps, path and momentum are one set per seed, as the target's gradient knows the data point already.</summary>
    public ParameterScope Scope => ParameterScope.Global;

    public void Initialize(FlowSeeds seeds, Span<float> parameters)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        parameters.Clear();
        for (int position = 0; position < seeds.Seeds.Count; position++)
        {
            Span<float> own = parameters.Slice(position * ParameterCount, ParameterCount);
            for (int layer = 0; layer < Length; layer++)
            {
                InitializeLayer(layer, own.Slice(_shape.Layer(layer), _shape.LayerStride));
                if (!_settings.Annealed)
                    AddKick(own.Slice(_shape.Reverse(_shape.StretchOf(layer)) + 2 * _shape.Dimension, _shape.Dimension));
            }
        }
    }

    public void Aim(ITarget target) => _target = target;

    public void Forward(in FlowForward pass)
    {
        if (pass.Batch.Layers == 0)
            return;
        SampleView gradient = GradientOf(pass.Batch, pass.Scratch);
        for (int point = 0; point <= pass.Batch.Layers; point++)
        {
            Evaluate(pass.Batch, pass.State, pass.Scratch);
            _forward(Instances(pass.Batch), pass, gradient, _shape, point);
        }
    }

    public void Backward(in FlowBackward pass)
    {
        SampleView gradient = GradientOf(pass.Batch, pass.Scratch), direction = pass.Scratch.Part(pass.Batch.Seeds, _shape.Dimension, _shape.Dimension);
        for (int point = pass.Batch.Layers; point >= 0; point--)
        {
            Evaluate(pass.Batch, pass.State, pass.Scratch);
            _backward(Instances(pass.Batch), pass, gradient, direction, _shape, point);
            Target.AddCurvature(new CurvaturePass(pass.Batch.Seeds, pass.State, direction, pass.Gradient, -1));
            if (point > 0)
                _goBack(Instances(pass.Batch), pass.Batch, pass.State, pass.Auxiliary, _shape, point - 1);
        }
    }

    public void Inverse(in FlowInverse pass)
    {
        if (pass.Batch.Layers <= pass.FirstLayer)
            return;
        SampleView gradient = GradientOf(pass.Batch, pass.Scratch);
        for (int point = pass.Batch.Layers; point >= pass.FirstLayer; point--)
        {
            Evaluate(pass.Batch, pass.State, pass.Scratch);
            _inverse(Instances(pass.Batch), pass, gradient, _shape, point);
            if (point > pass.FirstLayer)
                _goBack(Instances(pass.Batch), pass.Batch, pass.State, pass.Auxiliary, _shape, point - 1);
        }
    }

    /// <summary>Not offered: there is no likelihood to train.</summary>
    public void InverseBackward(in FlowInverseBackward pass) =>
        throw new NotSupportedException("A Hamiltonian flow has auxiliary variables, and so a bound instead of a density: it is not fitted through its inverse.");

    public void Dispose() => _target = null;

    private static Index2D Instances(FlowBatch batch) => new(batch.Tiles.Tiles, batch.Seeds);

    private static IEnumerable<ParameterBlock> BlocksOf(HamiltonianShape shape)
    {
        int dimension = shape.Dimension;
        for (int layer = 0; layer < shape.Length; layer++)
        {
            int first = shape.Layer(layer), stretch = shape.StretchOf(layer);
            if (shape.IsFirst(layer))
            {
                foreach (ParameterBlock block in MomentumOf("draw", layer, shape.Draw(stretch), dimension))
                    yield return block;
            }
            yield return new ParameterBlock("step", layer, first, dimension);
            if (shape.IsTempered)
                yield return new ParameterBlock("cool", layer, first + dimension, 1);
            if (shape.IsAnnealed)
            {
                yield return new ParameterBlock("share", layer, first + shape.Share, 1);
                yield return new ParameterBlock("pull", layer, first + shape.Pull, dimension);
                yield return new ParameterBlock("push", layer, first + shape.Push, dimension);
            }
            if (shape.IsLast(layer))
            {
                foreach (ParameterBlock block in MomentumOf("reverse", layer, shape.Reverse(stretch), dimension))
                    yield return block;
            }
        }
    }

    private static IEnumerable<ParameterBlock> MomentumOf(string name, int layer, int first, int dimension) =>
        MomentumParts.Select((part, i) => new ParameterBlock($"{name}.{part}", layer, first + i * dimension, dimension));

    private ITarget Target => _target ?? throw new InvalidOperationException("A Hamiltonian flow follows a target, which has to be given by Aim before its first pass.");

    private SampleView GradientOf(FlowBatch batch, SampleView memory) => memory.Part(batch.Seeds, 0, _shape.Dimension);

    /// <summary>g, the gradient of ln p.</summary>
    private void Evaluate(FlowBatch batch, SampleView state, SampleView memory) => Target.EvaluateWithGradient(new EnergyPass(
        batch.Seeds, state, memory.Part(batch.Seeds, 2 * _shape.Dimension, 1).Values, GradientOf(batch, memory), -1));

    private void InitializeLayer(int number, Span<float> layer)
    {
        double share = (number + 0.5) / Length;
        layer[.._shape.Dimension].Fill((float)Math.Log(_settings.Step / (_settings.LargestStep - _settings.Step)));
        if (!_shape.IsAnnealed)
            return;
        layer[_shape.Share] = (float)Math.Log(share / (1 - share));
        layer.Slice(_shape.Pull, _shape.Dimension).Fill((float)(1 - share));
    }

    /// <summary>What a layer's force s g adds to the momentum at the end of its stretch.</summary>
    private void AddKick(Span<float> drift)
    {
        for (int d = 0; d < drift.Length; d++)
            drift[d] += (float)_settings.Step;
    }
}
