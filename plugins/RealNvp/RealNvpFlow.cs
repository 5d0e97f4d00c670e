using FlowLab.Flows;
using FlowLab.Layers;
using FlowLab.Networks;
using FlowLab.Plugins;
using ILGPU.Runtime;

namespace FlowLab.Plugins.RealNvp;

/// <summary>
/// Real NVP flow: each layer scales and shifts one part of z by a network of the other.
/// <list type="bullet">
/// <item>Forward: z'_a = z_a, z'_b = e^s z_b + t, where (raw, t) = net(z_a), two outputs per component of z_b, one component after the other, and s = alpha tanh(raw / alpha).
/// Layers come in pairs that share the parts, which change roles within the pair: the second layer keeps what the first has moved.</item>
/// <item>Log-det: the sum of s.</item>
/// <item>Inverse: z_a = z'_a, z_b = e^-s (z'_b - t), exact to rounding.</item>
/// <item>Domain and constraint: all of R^D, D at least 2; any network. The bound alpha, <see cref="RealNvpSettings.ScaleBound"/>, keeps a
/// layer's stretch within e^-alpha and e^alpha: an unbounded s overflows where the network extrapolates.</item>
/// <item>Shapes: z [R, D, B], log-det [R, B], no tape (the inverse is exact to rounding), scratch [R, 6 ceil(D / 2) + network's, B].</item>
/// <item>Parameters: per layer those of its network; the parts of z are <see cref="RealNvpSettings.Mask"/>'s, drawn once per seed and pair of
/// layers and not trained.</item>
/// <item>Cost: per sample and layer one network and D / 2 exponentials; backward one network more to undo the layer.</item>
/// </list>
/// Initial values: those of the network, its output layer 0, so that the flow starts at the identity.
/// <para>Dinh, Sohl-Dickstein and Bengio, "Density estimation using Real NVP", equations (7)-(8), 2017, https://arxiv.org/abs/1605.08803</para>
/// </summary>
[Flow("real-nvp", Summary = "Scales and shifts one part of z by a network of the other.", Source = "Dinh, Sohl-Dickstein and Bengio 2017, equations (7)-(8)")]
public sealed class RealNvpFlow(RealNvpSettings settings, FlowShape shape, Accelerator accelerator, INetworkFactory networks)
    : CouplingFlow<AffineMap>(settings.ToOptions(), new AffineMap((float)settings.ScaleBound), shape, accelerator, networks);
