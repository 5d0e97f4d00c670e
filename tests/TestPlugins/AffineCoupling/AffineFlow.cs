using FlowLab.Flows;
using FlowLab.Layers;
using FlowLab.Networks;
using FlowLab.Plugins;
using ILGPU.Runtime;

namespace AffineCoupling;

/// <summary>
/// zA stays, z'B = e^c zB + t with c = tanh(s), and (s, t) the outputs of one network of zA; the parts change roles from layer to layer. Log-det: sum of c.
/// Dinh, Sohl-Dickstein and Bengio, "Density estimation using Real NVP", 2016, https://arxiv.org/abs/1605.08803
/// </summary>
[Flow("affine-coupling", Summary = "Scales and shifts one half by one network of the other.", Source = "Dinh, Sohl-Dickstein and Bengio 2016")]
public sealed class AffineFlow(AffineSettings settings, FlowShape shape, Accelerator accelerator, INetworkFactory networks)
    : CouplingFlow<StretchMap>(new NetworkFlowOptions(settings.Length, settings.Network, false, false), default, shape, accelerator, networks);
