using FlowLab.Flows;
using FlowLab.Layers;
using FlowLab.Networks;
using FlowLab.Plugins;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Glow;

/// <summary>
/// Glow: each step of flow scales and shifts the components (actnorm), mixes them by an invertible linear map, and couples them. The 1 x 1 convolution of
/// the paper over features instead of channels.
/// <list type="bullet">
/// <item>Forward: actnorm x = e^a z + shift; linear map y = P L (U + diag(s)) x, written as L diag(s) (I + N) x with L and N' unit and strictly lower and s = e^c; then real NVP's
/// coupling z'_A = y_A, z'_B = e^r y_B + t with (r, t) from one network of y_A. P is drawn once per seed and pair of layers and says which components are A: instead of
/// moving rows, the coupling looks for its parts in the order of P, which renames the components between two layers.</item>
/// <item>Log-det: the sum of a, c and r; that of L and I + N is 0.</item>
/// <item>Inverse: the coupling undone, two substitutions, the scales undone; exact to rounding.</item>
/// <item>Domain and constraint: all of R^D, D at least 2. Log-scales are alpha tanh(raw / alpha), entries of L and N tanh(raw) / sqrt(D - 1): their rows
/// are shorter than 1, with which substitution keeps float32's digits in any dimension; the maps of several layers reach what one does not.</item>
/// <item>Shapes: z [R, D, B], log-det [R, B], no tape, scratch [R, 6 ceil(D / 2) + network's, B].</item>
/// <item>Parameters: per layer raw of a, shift [D], N [D (D - 1) / 2], raw of c [D], L [D (D - 1) / 2], then those of its network.</item>
/// <item>Cost: per sample and layer D^2 multiplications and one network; backward as much again to undo the layer, and D^2 for the gradients.</item>
/// </list>
/// Initial values: the identity. Fitted by maximum likelihood, actnorm starts from data: on the first batch the components have mean 0 and variance 1 in front
/// of it, seen from the data. All else being the identity, this is done by the last layer's alone, and leaves nothing to do for the others. A deviation that is not within e^-alpha
/// and e^alpha is met as far as the bound allows. Free energies start from a standard normal z0, with nothing to do.
/// <para>Kingma and Dhariwal, "Glow: Generative Flow with Invertible 1x1 Convolutions", section 3, 2018, https://arxiv.org/abs/1807.03039</para>
/// </summary>
[Flow("glow", Summary = "Scales and shifts components, mixes them by an LU-factored linear map, and couples them.", Source = "Kingma and Dhariwal 2018")]
public sealed class GlowFlow : NetworkFlow, IDataStart
{
    /// <summary>Actnorm starts within this share of its bound, where its gradients are not small.</summary>
    private const double LargestShare = 0.95;

    private readonly double _bound;

    public GlowFlow(GlowSettings settings, FlowShape shape, Accelerator accelerator, INetworkFactory networks)
        : this(
            Couplings.Layers(settings.ToOptions(), new AffineMap(1f).Numbers, shape, networks), new GlowShape(shape.Dimension, (float)settings.ScaleBound), shape,
            accelerator)
    {
    }

    private GlowFlow(NetworkLayers couplings, GlowShape sizes, FlowShape shape, Accelerator accelerator)
        : this(accelerator, couplings with { Own = sizes.Blocks }, sizes, shape)
    {
    }

    private GlowFlow(Accelerator accelerator, NetworkLayers layers, GlowShape sizes, FlowShape shape)
        : base(layers, shape, accelerator, order => Couplings.Load(accelerator, layers, new Maker(sizes, order))) =>
        _bound = sizes.Bound;

    public void StartFrom(PointMoments points, Span<float> parameters)
    {
        ArgumentNullException.ThrowIfNull(points);
        for (int seed = 0; seed < parameters.Length / ParameterCount; seed++)
        {
            LayerStart last = OwnOf(Length - 1, parameters.Slice(seed * ParameterCount, ParameterCount));
            for (int d = 0; d < points.Dimension; d++)
            {
                int at = seed * points.Dimension + d;
                double share = Math.Log(Math.Max(points.Deviations[at], 1e-6)) / _bound;
                last["actnorm.logScale"][d] = (float)(_bound * Math.Atanh(Math.Clamp(share, -LargestShare, LargestShare)));
                last["actnorm.shift"][d] = (float)points.Means[at];
            }
        }
    }

    private sealed class Maker(GlowShape sizes, ComponentOrderView order) : ICouplingMaker
    {
        public ILayerLaunches Load<TNetwork>(Accelerator accelerator, NetworkLayers layers, TNetwork even, TNetwork odd)
            where TNetwork : unmanaged, IConditionerKernel
        {
            var coupling = new CouplingLayers<AffineMap, TNetwork>(new AffineMap(sizes.Bound), order, layers.Offsets, even, odd);
            return new LayerLaunches<GlowLayers<TNetwork>>(accelerator, new GlowLayers<TNetwork>(sizes, coupling));
        }
    }
}
