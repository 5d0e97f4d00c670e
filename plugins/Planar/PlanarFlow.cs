using FlowLab.Flows;
using FlowLab.Plugins;
using FlowLab.Random;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Planar;

/// <summary>
/// Planar flow: each layer pushes z along one direction, by an amount that varies along another.
/// <list type="bullet">
/// <item>Forward: f(z) = z + u_hat tanh(w'z + b).</item>
/// <item>Log-det: ln(1 + w'u_hat s) with s = 1 - tanh(w'z + b)^2, computed as ln(h^2 + q s), h = tanh(w'z + b), q = 1 + w'u_hat, in
/// which nothing cancels and both terms are non-negative.</item>
/// <item>Inverse: y = w'z + b solves y + w'u_hat tanh(y) = w'z' + b, one monotone scalar equation (safeguarded Newton, at most 64
/// steps); then z = z' - u_hat tanh(y).</item>
/// <item>Domain and constraint: all of R^D. Invertible iff w'u_hat > -1, enforced by u_hat = u + (m(w'u) - w'u) w / |w|^2,
/// m(x) = -1 + ln(1 + e^x); <see cref="PlanarConstraint"/> says what happens as w goes to 0.</item>
/// <item>Shapes: z [R, D, B], log-det [R, B], tape [R, K, B] (h of every layer; z_{k-1} = z_k - u_hat h is recomputed backwards).</item>
/// <item>Parameters: per layer w [D], u [D], b [1] in this order; K (2 D + 1) in all.</item>
/// <item>Cost: O(D) per sample and layer, one tanh and a quarter of a logarithm forward, no transcendental function backward.</item>
/// </list>
/// Initial values: w_d uniform within sqrt(2 / D), u_d uniform within sqrt(2), b = 0, so that |w|^2 and w'u keep their size as D grows
/// (for D = 2 the values that train well with 32 layers); <see cref="PlanarSettings.InitialScale"/> then scales u_hat.
/// <para>Rezende and Mohamed, "Variational Inference with Normalizing Flows", equations (10)-(13), 2015, https://arxiv.org/abs/1505.05770</para>
/// </summary>
[Flow("planar", Summary = "Pushes z along one direction per layer by a tanh of its projection on another.",
    Source = "Rezende and Mohamed 2015, equations (10)-(13)")]
public sealed class PlanarFlow : IFlow, ILayerFigures
{
    private const double LowestInitialGain = -0.95;

    private readonly PlanarSettings _settings;
    private readonly int _dimension;
    private readonly EqualLayers _layers;
    private readonly FlowLaunches _launches;

    public PlanarFlow(PlanarSettings settings, FlowShape shape, Accelerator accelerator)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(shape);
        _settings = settings;
        _dimension = shape.Dimension;
        _layers = new EqualLayers(settings.Length, ("w", _dimension), ("u", _dimension), ("b", 1));
        _launches = new FlowLaunches(
            accelerator, settings.Length, PlanarKernels.Forward, PlanarKernels.Backward, PlanarKernels.Inverse, PlanarKernels.InverseBackward);
    }

    public int Length => _settings.Length;

    public int ParameterCount => _layers.Count;

    public IReadOnlyList<ParameterBlock> Blocks => _layers.Blocks;

    /// <summary>h of every layer.</summary>
    public int TapeLength => Length;

    public int ScratchLength => 2;

    public void Initialize(FlowSeeds seeds, Span<float> parameters) => _layers.Initialize(seeds, parameters, InitializeLayer);

    public void Forward(in FlowForward pass) => _launches.Forward(pass);

    public void Backward(in FlowBackward pass) => _launches.Backward(pass);

    public void Inverse(in FlowInverse pass) => _launches.Inverse(pass);

    public void InverseBackward(in FlowInverseBackward pass) => _launches.InverseBackward(pass);

    public void Dispose()
    {
        // Kernels live as long as their accelerator; a planar flow owns nothing else.
    }

    /// <summary>w'u_hat, which is above -1, and |u_hat|.</summary>
    public IReadOnlyList<string> FigureNames { get; } = ["gain", "shift"];

    public void Describe(int layer, ReadOnlySpan<float> parameters, Span<double> figures)
    {
        ReadOnlySpan<float> w = parameters.Slice(layer * PlanarKernels.LayerStride(_dimension), _dimension);
        ReadOnlySpan<float> u = parameters.Slice(layer * PlanarKernels.LayerStride(_dimension) + _dimension, _dimension);
        var constraint = PlanarConstraint.Of(w, u);
        double square = 0;
        for (int d = 0; d < _dimension; d++)
            square += Math.Pow(u[d] + (double)constraint.Factor * w[d], 2);
        figures[0] = constraint.Stretch - 1.0;
        figures[1] = Math.Sqrt(square);
    }

    private void InitializeLayer(RandomStream random, Span<float> layer)
    {
        double limit = Math.Sqrt(2.0 / _dimension);
        var w = new double[_dimension];
        var u = new double[_dimension];
        for (int d = 0; d < _dimension; d++)
        {
            w[d] = random.NextUniform(-limit, limit);
            u[d] = random.NextUniform(-Math.Sqrt(2), Math.Sqrt(2));
        }
        ScaleShift(w, u);
        for (int d = 0; d < _dimension; d++)
        {
            layer[d] = (float)w[d];
            layer[_dimension + d] = (float)u[d];
        }
        layer[2 * _dimension] = 0;
    }

    /// <summary>
    /// Replaces u by the parameter whose u_hat is InitialScale times that of u, where this is invertible: the component along w is
    /// not scaled below w'u_hat = -0.95.
    /// </summary>
    private void ScaleShift(double[] w, double[] u)
    {
        double norm = w.Sum(x => x * x);
        double alignment = w.Zip(u, (a, b) => a * b).Sum();
        double gain = Math.Log(1 + Math.Exp(alignment)) - 1;
        double scaledGain = Math.Max(_settings.InitialScale * gain, Math.Min(gain, LowestInitialGain));
        double scaledAlignment = Math.Log(Math.Exp(1 + scaledGain) - 1);
        double along = (scaledAlignment - _settings.InitialScale * alignment) / norm;
        for (int d = 0; d < u.Length; d++)
            u[d] = _settings.InitialScale * u[d] + along * w[d];
    }
}
