using ILGPU.Algorithms;

namespace FlowLab.Layers;

/// <summary>
/// z' = e^s z + t from two numbers, raw and t, with s = alpha tanh(raw / alpha): a stretch stays within e^-alpha and e^alpha. An unbounded s overflows where
/// a network extrapolates.
/// </summary>
/// <param name="bound">alpha, nats.</param>
public readonly struct AffineMap(float bound) : IComponentMap
{
    private readonly float _bound = bound;

    /// <inheritdoc/>
    public int Numbers => 2;

    /// <inheritdoc/>
    public float Push(ComponentNumbers numbers, float z, ref float logDet)
    {
        float scale = LogScale(numbers);
        logDet += scale;
        return z * XMath.Exp(scale) + numbers[1];
    }

    /// <inheritdoc/>
    public float Pull(ComponentNumbers numbers, float z, ref float logDet)
    {
        float scale = LogScale(numbers);
        logDet += scale;
        return (z - numbers[1]) * XMath.Exp(-scale);
    }

    /// <inheritdoc/>
    public ComponentSlopes Slopes(ComponentNumbers numbers, float z) => new(XMath.Exp(LogScale(numbers)), 0f);

    /// <summary>With G = dL/dz' and l = dL/ds: dL/dt = G, dL/draw = (G e^s z + l) (1 - (s / alpha)^2).</summary>
    public void Backward(ComponentNumbers numbers, ComponentNumbers gradients, float z, float gradient, float logDetGradient)
    {
        float scale = LogScale(numbers), share = scale / _bound;
        gradients[0] = (gradient * XMath.Exp(scale) * z + logDetGradient) * ((1f - share) * (1f + share));
        gradients[1] = gradient;
    }

    private float LogScale(ComponentNumbers numbers) => _bound * XMath.Tanh(numbers[0] / _bound);
}
