using ILGPU.Algorithms;

namespace FlowLab.Kernels;

/// <summary>Functions that the constraints of flows are made of, free of overflow and cancellation. Usable in kernels.</summary>
public static class KernelMath
{
    /// <summary>
    /// ln(1 + <paramref name="value"/>) for values in [0, 1], as 2 artanh(t) with t = value / (2 + value) in [0, 1/3]: the odd
    /// series up to t^15 leaves out less than 2^-27 of the result, and nothing cancels for small values.
    /// </summary>
    public static float Log1P(float value)
    {
        float t = value / (2f + value);
        float square = t * t;
        float tail = (((((square / 15f + 1f / 13f) * square + 1f / 11f) * square + 1f / 9f) * square + 1f / 7f) * square + 1f / 5f) * square;
        return 2f * t + 2f * t * square * (tail + 1f / 3f);
    }

    /// <summary>ln(1 + <paramref name="value"/>) for any value from 0 on; relative error below 4 ulp.</summary>
    public static float LogOnePlus(float value) => value < 1f ? Log1P(XMath.Min(value, 1f)) : XMath.Log(1f + value);

    /// <summary>ln(1 + e^x), positive down to x = -87, where e^x leaves the normal float32 numbers.</summary>
    public static float Softplus(float x) => XMath.Max(x, 0f) + Log1P(XMath.Exp(-XMath.Abs(x)));

    /// <summary>1 / (1 + e^-x), the derivative of <see cref="Softplus"/>.</summary>
    public static float Sigmoid(float x)
    {
        float e = XMath.Exp(-XMath.Abs(x));
        float numerator = x < 0f ? e : 1f;
        return numerator / (1f + e);
    }
}
