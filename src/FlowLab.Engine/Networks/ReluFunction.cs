using ILGPU.Algorithms;

namespace FlowLab.Engine.Networks;

/// <summary>max(0, x), with slope 0 at 0.</summary>
public readonly struct ReluFunction : IPointwiseFunction
{
    public float Value(float x) => XMath.Max(x, 0f);

    public float SlopeAtValue(float value) => value > 0f ? 1f : 0f;
}
