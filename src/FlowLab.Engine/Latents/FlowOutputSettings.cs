using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowLab.Plugins;

namespace FlowLab.Engine.Latents;

/// <summary>
/// How far outputs o of the inference network take parameters p of a flow from where the flow starts them, p0: p = p0 + d, with
/// d = scale (o - p0), or d = bound tanh(scale (o - p0) / bound). The parameters of q0 are not concerned.
/// <para>
/// RMSprop and Adam move every weight into an output by about the learning rate whatever the gradient, so that outputs move by that times the sum of
/// hidden units, all layers in step: what a chain of K layers does to z moves K times as fast as one layer, and its Jacobian by a power of it. The
/// scale makes up for this.
/// </para>
/// </summary>
public sealed class FlowOutputSettings
{
    /// <summary>Layers up to which the scale is 1 where it is not given.</summary>
    public const int LayersAtFullScale = 4;

    [Description("Factor on what the inference network says of a flow's parameters. Absent: min(1, 4 / K) for K layers with parameters of every data point.")]
    [Unit("times"), Range(1e-6, 1e6)]
    public double? Scale { get; init; }

    [Description("Greatest distance of a flow's parameter from its start, approached smoothly. 0: no bound."), Range(0.0, 1e6)]
    public double Bound { get; init; }

    /// <summary>The scale for a posterior with this many layers whose parameters are outputs.</summary>
    public double ScaleOf(int layers) => Scale ?? Math.Min(1, (double)LayersAtFullScale / Math.Max(1, layers));
}
