using FlowLab.Layers;
using ILGPU.Algorithms;

namespace FlowLab.TestPlugins.GeneratedFlows;

/// <summary>
/// e^s (z + a (p u + q v)) with p = tanh(w'z + b) and q = tanh(x'z + c), a = 1/2 / (1 + |w'u| + |w'v| + |x'u| + |x'v|): two values per sample in the change
/// of z, so that the adjoint of the inverse solves a system of equations.
/// </summary>
public static partial class UnitsLayer
{
    private const int Steps = 100;

    [Differentiable]
    public static float Forward(
        FeatureVector z, ParameterVector w, ParameterVector x, ParameterVector u, ParameterVector v, ParameterVector s, float b, float c)
    {
        Gains gains = GainsOf(w, x, u, v);
        float y = b;
        float k = c;
        float logDet = 0f;
        for (int d = 0; d < z.Length; d++)
        {
            y += w[d] * z[d];
            k += x[d] * z[d];
            logDet += s[d];
        }
        float p = XMath.Tanh(y);
        float q = XMath.Tanh(k);
        for (int d = 0; d < z.Length; d++)
            z[d] = XMath.Exp(s[d]) * (z[d] + gains.Size * (p * u[d] + q * v[d]));
        return logDet + gains.LogDet(p, q);
    }

    /// <summary>p and q are a fixed point; both move at once, from round to round.</summary>
    [InverseOf(nameof(Forward))]
    public static float Inverse(
        FeatureVector z, ParameterVector w, ParameterVector x, ParameterVector u, ParameterVector v, ParameterVector s, float b, float c)
    {
        Gains gains = GainsOf(w, x, u, v);
        float y = b;
        float k = c;
        float logDet = 0f;
        for (int d = 0; d < z.Length; d++)
        {
            y += w[d] * XMath.Exp(-s[d]) * z[d];
            k += x[d] * XMath.Exp(-s[d]) * z[d];
            logDet += s[d];
        }
        Span<float> h = stackalloc float[2];
        for (int i = 0; i < Steps; i++)
        {
            float p = XMath.Tanh(y - gains.Size * (h[0] * gains.Wu + h[1] * gains.Wv));
            h[1] = XMath.Tanh(k - gains.Size * (h[0] * gains.Xu + h[1] * gains.Xv));
            h[0] = p;
        }
        for (int d = 0; d < z.Length; d++)
            z[d] = XMath.Exp(-s[d]) * z[d] - gains.Size * (h[0] * u[d] + h[1] * v[d]);
        return logDet + gains.LogDet(h[0], h[1]);
    }

    [Differentiable]
    private static Gains GainsOf(ParameterVector w, ParameterVector x, ParameterVector u, ParameterVector v)
    {
        var gains = new Gains();
        for (int d = 0; d < w.Length; d++)
        {
            gains.Wu += w[d] * u[d];
            gains.Wv += w[d] * v[d];
            gains.Xu += x[d] * u[d];
            gains.Xv += x[d] * v[d];
        }
        gains.Size = 0.5f / (1f + XMath.Abs(gains.Wu) + XMath.Abs(gains.Wv) + XMath.Abs(gains.Xu) + XMath.Abs(gains.Xv));
        return gains;
    }

    /// <summary>What the units say of each other, and how far they may move z.</summary>
    [Differentiable]
    private struct Gains
    {
        public float Wu;
        public float Wv;
        public float Xu;
        public float Xv;
        public float Size;

        /// <summary>ln of the determinant of the two units' Jacobian.</summary>
        public readonly float LogDet(float p, float q)
        {
            float f = Size * ((1f - p) * (1f + p));
            float g = Size * ((1f - q) * (1f + q));
            return XMath.Log((1f + f * Wu) * (1f + g * Xv) - f * Wv * g * Xu);
        }
    }
}
