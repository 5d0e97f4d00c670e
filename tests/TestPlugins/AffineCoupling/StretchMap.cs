using FlowLab.Layers;
using ILGPU.Algorithms;

namespace AffineCoupling;

/// <summary>z' = e^c z + t, c = tanh(s), from the numbers s and t: all that there is to write of an affine coupling.</summary>
public readonly struct StretchMap : IComponentMap
{
    public int Numbers => 2;

    public float Push(ComponentNumbers numbers, float z, ref float logDet)
    {
        float c = XMath.Tanh(numbers[0]);
        logDet += c;
        return z * XMath.Exp(c) + numbers[1];
    }

    public float Pull(ComponentNumbers numbers, float z, ref float logDet)
    {
        float c = XMath.Tanh(numbers[0]);
        logDet += c;
        return (z - numbers[1]) * XMath.Exp(-c);
    }

    public ComponentSlopes Slopes(ComponentNumbers numbers, float z) => new(XMath.Exp(XMath.Tanh(numbers[0])), 0f);

    public void Backward(ComponentNumbers numbers, ComponentNumbers gradients, float z, float gradient, float logDetGradient)
    {
        float c = XMath.Tanh(numbers[0]);
        gradients[0] = (gradient * XMath.Exp(c) * z + logDetGradient) * (1f - c * c);
        gradients[1] = gradient;
    }
}
