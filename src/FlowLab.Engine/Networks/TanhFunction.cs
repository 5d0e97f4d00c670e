using ILGPU.Algorithms;

namespace FlowLab.Engine.Networks;

/// <summary>Hyperbolic tangent.</summary>
public readonly struct TanhFunction : IPointwiseFunction
{
    public float Value(float x) => XMath.Tanh(x);

    public float SlopeAtValue(float value) => (1f - value) * (1f + value);
}
