using FlowLab.Networks;
using FlowLab.Random;

namespace FlowLab.Engine.Networks;

/// <summary>
/// How the perceptrons of conditioners start. Weights of the hidden layers are normal with variance gain^2 / inputs: gain sqrt(2) for relu and elu
/// (He, Zhang, Ren and Sun, "Delving Deep into Rectifiers", 2015, https://arxiv.org/abs/1502.01852), 1 for maxout, whose maximum already raises the
/// second moment, 1.5 for tanh. Biases of the first hidden layer are uniform within 2, which spreads the bends of the units over the region
/// where z lives; further biases are 0. Output weights are normal with standard deviation 0.3 / sqrt(hidden) for tanh and
/// 0.1 / sqrt(hidden) for the unbounded units: the first output is small, so that a coupling starts near the identity, but not 0, so
/// that the gradients of the hidden layers are not 0 either and no two units are alike.
/// </summary>
internal static class MlpStart
{
    private const double BiasRange = 2;

    /// <summary>Weights into the units of a hidden layer.</summary>
    public static void FillHidden(RandomStream random, Activation activation, int inputs, Span<float> weights) =>
        FillNormal(random, weights, HiddenGain(activation) / Math.Sqrt(inputs));

    /// <summary>Weights of the output layer.</summary>
    public static void FillOutput(RandomStream random, Activation activation, int hidden, Span<float> weights) =>
        FillNormal(random, weights, (activation == Activation.Tanh ? 0.3 : 0.1) / Math.Sqrt(hidden));

    /// <summary>Biases of the first hidden layer.</summary>
    public static void FillBiases(RandomStream random, Span<float> biases)
    {
        foreach (ref float bias in biases)
            bias = (float)random.NextUniform(-BiasRange, BiasRange);
    }

    private static double HiddenGain(Activation activation) => activation switch
    {
        Activation.Tanh => 1.5,
        Activation.Relu or Activation.Elu => Math.Sqrt(2),
        _ => 1,
    };

    private static void FillNormal(RandomStream random, Span<float> weights, double deviation)
    {
        foreach (ref float weight in weights)
            weight = (float)(deviation * random.NextNormal());
    }
}
