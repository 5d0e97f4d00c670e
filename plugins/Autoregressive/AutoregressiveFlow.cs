using FlowLab.Flows;
using FlowLab.Layers;
using FlowLab.Networks;
using FlowLab.Plugins;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Autoregressive;

/// <summary>
/// Inverse autoregressive flow (IAF) and masked autoregressive flow (MAF): each layer scales and shifts every component by functions of the components
/// before it, all of them outputs of one masked network.
/// <list type="bullet">
/// <item>Forward: z'_d = e^s_d z_d + t_d, where (raw_d, t_d) = net(z_1 .. z_(d-1)) for <see cref="AutoregressiveForm.Iaf"/> and net(z'_1 .. z'_(d-1)) for
/// <see cref="AutoregressiveForm.Maf"/>, and s = alpha tanh(raw / alpha). The second layer of a pair has the order of the first backwards.</item>
/// <item>Log-det: the sum of s.</item>
/// <item>Inverse: z_d = e^-s_d (z'_d - t_d), exact to rounding. One of the two directions goes component by component, D passes one after the other: the inverse of
/// IAF, the forward direction of MAF. A pass evaluates what is new with its component, the hidden units of its degree and its own outputs, so that all D
/// together cost what one evaluation of the network costs.</item>
/// <item>Domain and constraint: all of R^D, D at least 1; any network. The bound alpha, <see cref="AutoregressiveSettings.ScaleBound"/>, keeps a layer's stretch
/// within e^-alpha and e^alpha.</item>
/// <item>Shapes: z [R, D, B], log-det [R, B], no tape (the inverse is exact to rounding), scratch [R, 6 D + network's, B].</item>
/// <item>Parameters: per layer those of its network, of which masked weights do not exist; the order of components is drawn once per seed and pair of layers
/// (<see cref="ComponentOrdering.Random"/>) and not trained. Conditioned, the networks read the data point as well: its features give the biases of their
/// first hidden layer, as IAF's context h.</item>
/// <item>Cost: per sample and layer one network and D exponentials; backward two networks forward (one to undo the layer) and one backward.</item>
/// </list>
/// Initial values: those of the network, its output layer 0, so that the flow starts at the identity.
/// <para>
/// Kingma, Salimans, Jozefowicz, Chen, Sutskever and Welling, "Improving Variational Inference with Inverse Autoregressive Flow", equation (10), 2016,
/// https://arxiv.org/abs/1606.04934, whose gate sigma z + (1 - sigma) m is the other parametrisation of the same maps, with a stretch of at most 1;
/// Papamakarios, Pavlakou and Murray, "Masked Autoregressive Flow for Density Estimation", equations (3)-(4), 2017, https://arxiv.org/abs/1705.07057; masks: Germain, Gregor,
/// Murray and Larochelle, "MADE: Masked Autoencoder for Distribution Estimation", 2015, https://arxiv.org/abs/1502.03509
/// </para>
/// </summary>
[Flow("autoregressive", Summary = "Scales and shifts every component by a masked network of those before it: IAF and MAF.",
    Source = "Kingma et al. 2016; Papamakarios, Pavlakou and Murray 2017")]
public sealed class AutoregressiveFlow(AutoregressiveSettings settings, FlowShape shape, Accelerator accelerator, INetworkFactory networks)
    : AutoregressiveFlow<AffineMap>(
        settings.ToOptions(), new AffineMap((float)settings.ScaleBound), settings.Form, shape, accelerator, networks);
