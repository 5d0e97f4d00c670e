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
/// <item>Domain and constraint: all of R^D, D at least 2. Log-scales are alpha tanh(raw / alpha), entries of L and N tanh(raw): bounded by 1, which partial pivoting gives for
/// L, and with which substitution keeps float32's digits; the maps of several layers reach what one does not.</item>
/// <item>Shapes: z [R, D, B], log-det [R, B], no tape, scratch [R, 6 ceil(D / 2) + network's, B].</item>
/// <item>Parameters: per layer raw of a, shift [D], N [D (D - 1) / 2], raw of c [D], L [D (D - 1) / 2], then those of its network.</item>
/// <item>Cost: per sample and layer D^2 multiplications and one network; backward as much again to undo the layer, and D^2 for the gradients.</item>
/// </list>
/// Initial values: the identity. Of actnorm's data-dependent initialization, which gives the components behind it mean 0 and variance 1 on the first
/// batch, nothing is left to do where z0 is standard normal, as in free energies; for maximum likelihood take <c>"standardize": true</c>, the same for the data's end of the flow: with
/// all other parts at the identity, it is the only place where it would change anything.
/// <para>Kingma and Dhariwal, "Glow: Generative Flow with Invertible 1x1 Convolutions", section 3, 2018, https://arxiv.org/abs/1807.03039</para>
/// </summary>
[Flow("glow", Summary = "Scales and shifts components, mixes them by an LU-factored linear map, and couples them.", Source = "Kingma and Dhariwal 2018")]
public sealed class GlowFlow : NetworkFlow
{
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
        : base(layers, shape, accelerator, order => Couplings.Load(accelerator, layers, new Maker(sizes, order)))
    {
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
