using FlowLab.Flows;
using FlowLab.Layers;
using FlowLab.Plugins;
using FlowLab.Random;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Householder;

/// <summary>
/// Householder flow: each layer reflects z at a plane through the origin, and a chain of D of them is any orthogonal map. Behind a Gaussian with
/// a diagonal covariance it gives one with a full covariance.
/// <list type="bullet">
/// <item>Forward: f(z) = (I - 2 v v' / |v|^2) z.</item>
/// <item>Log-det: 0.</item>
/// <item>Inverse: the same reflection.</item>
/// <item>Domain and constraint: all of R^D, any v; a v shorter than 1e-10 names no direction, and its layer is the identity.</item>
/// <item>Shapes: z [R, D, B], log-det [R, B] (0 is added), tape and scratch as the source generator has them, see <see cref="HouseholderLayer"/>.</item>
/// <item>Parameters: per layer v [D]; K D in all. Amortized, as in the paper, v_k(x) is an output of the inference network; in the paper it is a linear
/// map of v_(k-1)(x), here one of the network's last hidden layer. Global, all data points share the rotation.</item>
/// <item>Cost: O(D) per sample and layer, no transcendental function.</item>
/// </list>
/// Initial values: v standard normal, so that every layer reflects at a plane of a random direction; a spherical density stays what it is.
/// <para>Tomczak and Welling, "Improving Variational Auto-Encoders using Householder Flow", 2016, https://arxiv.org/abs/1611.09630</para>
/// </summary>
[Flow("householder", Summary = "Reflects z at one plane per layer; layers together rotate it.", Source = "Tomczak and Welling 2016")]
public sealed class HouseholderFlow(HouseholderSettings settings, FlowShape shape, Accelerator accelerator)
    : LayerFlow(HouseholderLayer.Description, settings.Length, shape, accelerator)
{
    protected override void InitializeLayer(RandomStream random, LayerStart layer)
    {
        foreach (ref float v in layer["v"])
            v = (float)random.NextNormal();
    }
}
