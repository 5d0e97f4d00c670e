using FlowLab.Flows;
using FlowLab.Layers;
using FlowLab.Networks;
using FlowLab.Plugins;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Spline;

/// <summary>
/// Rational-quadratic autoregressive splines: each layer moves every component by a monotone spline whose knots come from a masked network of the components
/// before it.
/// <list type="bullet">
/// <item>Forward: z'_d = spline(z_d; net(z_1 .. z_(d-1))), or net(z'_1 .. z'_(d-1)) for <see cref="AutoregressiveForm.Maf"/>, the splines of
/// <see cref="SplineMap"/>. The second layer of a pair has the order of the first backwards.</item>
/// <item>Log-det: the sum of ln of the splines' slopes.</item>
/// <item>Inverse: the root of one quadratic per component, exact to rounding. One of the two directions goes component by component, D passes one after the
/// other, which together cost one evaluation of the network: the inverse of the IAF form, the forward direction of the MAF form.</item>
/// <item>Domain and constraint: all of R^D, D at least 1; any network. Bins are at least 2 b / 1000 wide and high, slopes at the knots at least 1 / 1000.</item>
/// <item>Shapes: z [R, D, B], log-det [R, B], no tape (the inverse is exact to rounding), scratch [R, 6 M D + network's, B].</item>
/// <item>Parameters: per layer those of its network, with 3 M - 1 outputs per component, of which masked weights do not exist.</item>
/// <item>Cost: per sample and layer one network and about 4 M exponentials per component; backward three networks more.</item>
/// </list>
/// Initial values: those of the network, its output layer 0: equal bins and slopes of 1, so that the flow starts at the identity.
/// <para>Durkan, Bekasov, Murray and Papamakarios, "Neural Spline Flows", sections 2.1 and 3.1, 2019, https://arxiv.org/abs/1906.04032</para>
/// </summary>
[Flow("spline-autoregressive", Summary = "Moves every component by a monotone rational-quadratic spline, whose knots come from a masked network of those before it.",
    Source = "Durkan, Bekasov, Murray and Papamakarios 2019")]
public sealed class SplineAutoregressiveFlow(SplineAutoregressiveSettings settings, FlowShape shape, Accelerator accelerator, INetworkFactory networks)
    : AutoregressiveFlow<SplineMap>(settings.ToOptions(), settings.ToMap(), settings.Form, shape, accelerator, networks);
