using FlowLab.Kernels;
using FlowLab.Layers;
using ILGPU.Algorithms;

namespace FlowLab.TestPlugins.GeneratedFlows;

/// <summary>f(z) = z + u_hat tanh(w'z + b), as the shipped planar flow has it: Rezende and Mohamed 2015, equations (10)-(13).</summary>
public static partial class PlanarLayer
{
    private const float MinimumNorm = 1e-6f;
    private const float SmallestDivisor = 1e-30f;
    private const float SmallestStretch = 1e-30f;
    private const int NewtonSteps = 64;
    private const float NewtonTolerance = 3e-7f;

    [Differentiable]
    public static float Forward(FeatureVector z, ParameterVector w, ParameterVector u, float b)
    {
        Shift shift = Constrain(w, u);
        float y = b;
        for (int d = 0; d < z.Length; d++)
            y += w[d] * z[d];
        float h = XMath.Tanh(y);
        for (int d = 0; d < z.Length; d++)
            z[d] += (u[d] + shift.Factor * w[d]) * h;
        return XMath.Log(h * h + shift.Stretch * ((1f - h) * (1f + h)));
    }

    [InverseOf(nameof(Forward))]
    public static float Inverse(FeatureVector z, ParameterVector w, ParameterVector u, float b)
    {
        Shift shift = Constrain(w, u);
        float y = b;
        for (int d = 0; d < z.Length; d++)
            y += w[d] * z[d];
        float h = XMath.Tanh(Root(y, shift.Stretch - 1f));
        for (int d = 0; d < z.Length; d++)
            z[d] -= (u[d] + shift.Factor * w[d]) * h;
        return XMath.Log(h * h + shift.Stretch * ((1f - h) * (1f + h)));
    }

    /// <summary>u_hat = u + Factor w, which keeps the layer invertible, and Stretch = 1 + w'u_hat.</summary>
    [Differentiable]
    private static Shift Constrain(ParameterVector w, ParameterVector u)
    {
        float alignment = 0f;
        float norm = 0f;
        for (int d = 0; d < w.Length; d++)
        {
            alignment += w[d] * u[d];
            norm += w[d] * w[d];
        }
        float correction = KernelMath.Softplus(-alignment) - 1f;
        float smallest = correction < 0f ? MinimumNorm : SmallestDivisor;
        float share = norm < smallest ? norm / smallest : 1f;
        return new Shift(correction / XMath.Max(norm, smallest), SmallestStretch + KernelMath.Softplus(alignment) - correction * (1f - share));
    }

    /// <summary>The root y of y + gain tanh(y) = value: Newton's method within a bracket.</summary>
    private static float Root(float value, float gain)
    {
        float target = XMath.Abs(value);
        float low = XMath.Max(target - XMath.Max(gain, 0f), 0f);
        float high = target - XMath.Min(gain, 0f);
        float y = gain > 0f ? low : high;
        float change = high - low;
        for (int i = 0; i < NewtonSteps && change > NewtonTolerance * y; i++)
        {
            float h = XMath.Tanh(y);
            float excess = y + gain * h - target;
            if (excess > 0f)
                high = y;
            else
                low = y;
            float next = y - excess / (h * h + (1f + gain) * ((1f - h) * (1f + h)));
            bool inside = next >= low && next <= high;
            next = inside ? next : 0.5f * (low + high);
            change = XMath.Abs(next - y);
            y = next;
        }
        return value < 0f ? -y : y;
    }

    [Differentiable]
    private readonly struct Shift(float factor, float stretch)
    {
        public readonly float Factor = factor;
        public readonly float Stretch = stretch;
    }
}
