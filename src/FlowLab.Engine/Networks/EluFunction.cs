using ILGPU.Algorithms;

namespace FlowLab.Engine.Networks;

/// <summary>The exponential linear unit with alpha = 1: x for x &gt; 0, e^x - 1 otherwise.</summary>
public readonly struct EluFunction : IPointwiseFunction
{
    // Below this, e^x - 1 by subtraction would lose digits; three terms of the series err by less than x^3 / 24 of the value.
    private const float SeriesBound = 0.01f;

    public float Value(float x)
    {
        float negative = XMath.Min(x, 0f);
        float series = negative * (1f + negative * (0.5f + negative * (1f / 6f)));
        float exact = XMath.Exp(negative) - 1f;
        float curved = negative > -SeriesBound ? series : exact;
        return x > 0f ? x : curved;
    }

    public float SlopeAtValue(float value) => value > 0f ? 1f : value + 1f;
}
