using FlowLab.Layers;
using ILGPU.Algorithms;

namespace FlowLab.Plugins.Spline;

/// <summary>How an interval is dealt to bins: a softmax of some of a component's numbers, of which every bin keeps a least share.</summary>
/// <param name="first">The first number.</param>
/// <param name="bins">Bins.</param>
/// <param name="scale">What numbers are multiplied by.</param>
/// <param name="largest">The largest number, so that nothing overflows.</param>
/// <param name="total">The sum of e^(scale (number - largest)).</param>
public readonly struct SplineShares(int first, int bins, float scale, float largest, float total)
{
    /// <summary>The least share of a bin.</summary>
    public const float Least = 1e-3f;

    /// <summary>What is dealt by the softmax: the rest of 1.</summary>
    public readonly float Dealt = 1f - bins * Least;

    /// <summary>0, or NaN where a number is none.</summary>
    public readonly float Check = total - total;

    private readonly int _first = first;
    private readonly float _scale = scale;
    private readonly float _largest = largest;
    private readonly float _total = total;

    /// <summary>The shares of a component of a sample.</summary>
    public static SplineShares Of(ComponentNumbers numbers, int first, int bins, float scale)
    {
        float largest = numbers[first];
        for (int k = 1; k < bins; k++)
            largest = XMath.Max(largest, numbers[first + k]);
        float total = 0f;
        for (int k = 0; k < bins; k++)
            total += XMath.Exp(scale * (numbers[first + k] - largest));
        return new SplineShares(first, bins, scale, largest, total);
    }

    /// <summary>p_k, the softmax.</summary>
    public float Probability(ComponentNumbers numbers, int bin) => XMath.Exp(_scale * (numbers[_first + bin] - _largest)) / _total;

    /// <summary>The share of a bin of the interval; all together are 1.</summary>
    public float Of(ComponentNumbers numbers, int bin) => Least + Dealt * Probability(numbers, bin);
}
