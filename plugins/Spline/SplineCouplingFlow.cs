using FlowLab.Flows;
using FlowLab.Layers;
using FlowLab.Networks;
using FlowLab.Plugins;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Spline;

/// <summary>
/// Rational-quadratic spline couplings: each layer moves every component of one part of z by a monotone spline whose knots come from a network of the other.
/// <list type="bullet">
/// <item>Forward: z'_a = z_a, z'_b = spline(z_b; net(z_a)), component by component; on [-b, b] M bins, in each a ratio of two quadratics that meets its
/// neighbors with the same slope, see <see cref="SplineBin"/> and <see cref="SplineMap"/>; outside the identity. Layers come in pairs that share the parts,
/// which change roles within the pair.</item>
/// <item>Log-det: the sum of ln of the splines' slopes.</item>
/// <item>Inverse: the root of one quadratic per component, exact to rounding.</item>
/// <item>Domain and constraint: all of R^D, D at least 2; any network. Bins are at least 2 b / 1000 wide and high, slopes at the knots at least 1 / 1000.</item>
/// <item>Shapes: z [R, D, B], log-det [R, B], no tape (the inverse is exact to rounding), scratch [R, 6 M ceil(D / 2) + network's, B].</item>
/// <item>Parameters: per layer those of its network, with 3 M - 1 outputs per moved component; the parts of z are drawn once per seed and pair of layers and not
/// trained.</item>
/// <item>Cost: per sample and layer one network and about 4 M exponentials per moved component; backward two networks more.</item>
/// </list>
/// Initial values: those of the network, its output layer 0: equal bins and slopes of 1, so that the flow starts at the identity.
/// <para>Durkan, Bekasov, Murray and Papamakarios, "Neural Spline Flows", section 3.1 and appendix A, 2019, https://arxiv.org/abs/1906.04032</para>
/// </summary>
[Flow("spline-coupling", Summary = "Moves one part of z by monotone rational-quadratic splines, whose knots come from a network of the other.",
    Source = "Durkan, Bekasov, Murray and Papamakarios 2019")]
public sealed class SplineCouplingFlow(SplineCouplingSettings settings, FlowShape shape, Accelerator accelerator, INetworkFactory networks)
    : CouplingFlow<SplineMap>(settings.ToOptions(), settings.ToMap(), shape, accelerator, networks);
