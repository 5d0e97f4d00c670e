using FlowLab.Flows;
using FlowLab.Plugins;
using FlowLab.Random;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Radial;

/// <summary>
/// Radial flow: each layer contracts or expands space around a reference point.
/// <list type="bullet">
/// <item>Forward: f(z) = z + beta_hat (z - z0) / (alpha + r) with r = |z - z0|, computed as z0 + g (z - z0), g = (r + p) / (alpha + r),
/// p = alpha + beta_hat.</item>
/// <item>Log-det: (D - 1) ln g + ln m with m = (r^2 + 2 alpha r + alpha p) / (alpha + r)^2; no term can be negative.</item>
/// <item>Inverse: r' = r g, so r is the positive root of r^2 + (p - r') r - alpha r' = 0, taken in the form that does not subtract;
/// then z = z0 + (z' - z0) / g.</item>
/// <item>Domain and constraint: all of R^D, smooth except at z0 itself. Needs alpha > 0 and beta_hat > -alpha, enforced by
/// alpha = softplus(alpha_raw) and p = softplus(beta_raw), each plus 1e-6 so that |det| stays within float32.</item>
/// <item>Shapes: z [R, D, B], log-det [R, B], tape [R, K, B] (r of every layer).</item>
/// <item>Parameters: per layer z0 [D], alpha_raw [1], beta_raw [1] in this order; K (D + 2) in all.</item>
/// <item>Cost: O(D) per sample and layer, one square root and two logarithms forward, no logarithm backward.</item>
/// </list>
/// Initial values: z0 standard normal, alpha_raw uniform in (-1, 1), p = alpha e^t with t uniform within
/// <see cref="RadialSettings.InitialScale"/>.
/// <para>Rezende and Mohamed, "Variational Inference with Normalizing Flows", equation (14), 2015, https://arxiv.org/abs/1505.05770</para>
/// </summary>
[Flow("radial", Summary = "Contracts or expands space around one reference point per layer.",
    Source = "Rezende and Mohamed 2015, equation (14)")]
public sealed class RadialFlow : IFlow
{
    private readonly RadialSettings _settings;
    private readonly int _dimension;
    private readonly EqualLayers _layers;
    private readonly FlowLaunches _launches;

    public RadialFlow(RadialSettings settings, FlowShape shape, Accelerator accelerator)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(shape);
        _settings = settings;
        _dimension = shape.Dimension;
        _layers = new EqualLayers(settings.Length, ("z0", _dimension), ("alpha", 1), ("beta", 1));
        _launches = new FlowLaunches(
            accelerator, settings.Length, RadialKernels.Forward, RadialKernels.Backward, RadialKernels.Inverse, RadialKernels.InverseBackward);
    }

    public int Length => _settings.Length;

    public int ParameterCount => _layers.Count;

    public IReadOnlyList<ParameterBlock> Blocks => _layers.Blocks;

    /// <summary>r of every layer.</summary>
    public int TapeLength => Length;

    public int ScratchLength => 3;

    public void Initialize(FlowSeeds seeds, Span<float> parameters) => _layers.Initialize(seeds, parameters, InitializeLayer);

    public void Forward(in FlowForward pass) => _launches.Forward(pass);

    public void Backward(in FlowBackward pass) => _launches.Backward(pass);

    public void Inverse(in FlowInverse pass) => _launches.Inverse(pass);

    public void InverseBackward(in FlowInverseBackward pass) => _launches.InverseBackward(pass);

    public void Dispose()
    {
        // Kernels live as long as their accelerator; a radial flow owns nothing else.
    }

    private void InitializeLayer(RandomStream random, Span<float> layer)
    {
        for (int d = 0; d < _dimension; d++)
            layer[d] = (float)random.NextNormal();
        double alphaRaw = random.NextUniform(-1, 1);
        double p = Math.Log(1 + Math.Exp(alphaRaw)) * Math.Exp(_settings.InitialScale * random.NextUniform(-1, 1));
        layer[_dimension] = (float)alphaRaw;
        layer[_dimension + 1] = (float)(p + Math.Log(-double.ExpM1(-p)));
    }
}
