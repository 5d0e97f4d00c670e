using FlowLab.Kernels;
using FlowLab.Layers;
using ILGPU.Algorithms;

namespace FlowLab.Plugins.Spline;

/// <summary>
/// A rational-quadratic spline of one component on [-b, b], the identity outside of it. Numbers, 3 M - 1 for M bins: M of widths and M of heights, dealt by
/// <see cref="SplineShares"/>, and M - 1 of slopes at the inner knots, least + softplus(number + c), c such that a number of 0 is a slope of 1; at the ends
/// the slope is 1, that of the tails. Numbers of 0 are the identity. Numbers are divided by sqrt(H), H the hidden units that they are sums over, as the authors' code does
/// with those of bins: an update that moves all weights of a network alike moves the knots as far whatever its size.
/// </summary>
/// <param name="bins">Bins M.</param>
/// <param name="bound">b.</param>
/// <param name="scale">What numbers are multiplied by, 1 / sqrt(H).</param>
public readonly struct SplineMap(int bins, float bound, float scale) : IComponentMap
{
    private const float LeastSlope = 1e-3f;

    /// <summary>ln(e^(1 - least) - 1): softplus of it and the least slope are 1.</summary>
    private const float SlopeOfOne = 0.5397424f;

    private readonly int _bins = bins;
    private readonly float _bound = bound;
    private readonly float _scale = scale;

    /// <inheritdoc/>
    public int Numbers => 3 * _bins - 1;

    /// <inheritdoc/>
    public float Push(ComponentNumbers numbers, float z, ref float logDet)
    {
        SplineShares widths = SplineShares.Of(numbers, 0, _bins, _scale), heights = SplineShares.Of(numbers, _bins, _bins, _scale);
        if (!IsInside(z))
            return Outside(z, widths, heights);
        SplineBin bin = Find(numbers, widths, heights, z, false);
        float share = bin.Share(z);
        logDet += bin.LogSlope(share);
        return bin.Value(share);
    }

    /// <inheritdoc/>
    public float Pull(ComponentNumbers numbers, float z, ref float logDet)
    {
        SplineShares widths = SplineShares.Of(numbers, 0, _bins, _scale), heights = SplineShares.Of(numbers, _bins, _bins, _scale);
        if (!IsInside(z))
            return Outside(z, widths, heights);
        SplineBin bin = Find(numbers, widths, heights, z, true);
        float share = bin.ShareOf(z);
        logDet += bin.LogSlope(share);
        return bin.Point(share);
    }

    /// <inheritdoc/>
    public ComponentSlopes Slopes(ComponentNumbers numbers, float z)
    {
        if (!IsInside(z))
            return new ComponentSlopes(1f, 0f);
        SplineBin bin = Find(numbers, SplineShares.Of(numbers, 0, _bins, _scale), SplineShares.Of(numbers, _bins, _bins, _scale), z, false);
        float share = bin.Share(z);
        return new ComponentSlopes(bin.Slope(share), bin.LogSlopeSlope(share));
    }

    /// <inheritdoc/>
    public void Backward(ComponentNumbers numbers, ComponentNumbers gradients, float z, float gradient, float logDetGradient)
    {
        for (int i = 0; i < Numbers; i++)
            gradients[i] = 0f;
        if (!IsInside(z))
            return;
        SplineShares widths = SplineShares.Of(numbers, 0, _bins, _scale), heights = SplineShares.Of(numbers, _bins, _bins, _scale);
        SplineBin bin = Find(numbers, widths, heights, z, false);
        SplineBinGradient ofBin = bin.Backward(bin.Share(z), gradient, logDetGradient);
        SharesBackward(numbers, gradients, widths, 0, bin.Index, ofBin.X, ofBin.Width);
        SharesBackward(numbers, gradients, heights, _bins, bin.Index, ofBin.Y, ofBin.Height);
        if (bin.Index > 0)
            gradients[2 * _bins + bin.Index - 1] = _scale * ofBin.Left * KernelMath.Sigmoid(_scale * numbers[2 * _bins + bin.Index - 1] + SlopeOfOne);
        if (bin.Index < _bins - 1)
            gradients[2 * _bins + bin.Index] = _scale * ofBin.Right * KernelMath.Sigmoid(_scale * numbers[2 * _bins + bin.Index] + SlopeOfOne);
    }

    /// <summary>Numbers that are none show in the tails too, where they would have no part.</summary>
    private static float Outside(float z, SplineShares widths, SplineShares heights) => z + (widths.Check + heights.Check);

    private bool IsInside(float z) => XMath.Abs(z) < _bound;

    /// <summary>The bin whose left end, or value there, is the last that is not above a point.</summary>
    private SplineBin Find(ComponentNumbers numbers, SplineShares widths, SplineShares heights, float point, bool isValue)
    {
        int index = 0;
        float x = -_bound, y = -_bound, left = x, below = y, width = 0f, height = 0f;
        for (int k = 0; k < _bins; k++)
        {
            float wide = 2f * _bound * widths.Of(numbers, k), high = 2f * _bound * heights.Of(numbers, k);
            if (k == 0 || point >= (isValue ? y : x))
            {
                index = k;
                left = x;
                below = y;
                width = wide;
                height = high;
            }
            x += wide;
            y += high;
        }
        return new SplineBin(index, left, width, below, height, SlopeAt(numbers, index), SlopeAt(numbers, index + 1));
    }

    /// <summary>The slope at a knot, 0 to M.</summary>
    private float SlopeAt(ComponentNumbers numbers, int knot)
    {
        if (knot == 0 || knot == _bins)
            return 1f;
        return LeastSlope + KernelMath.Softplus(_scale * numbers[2 * _bins + knot - 1] + SlopeOfOne);
    }

    /// <summary>
    /// Gradients of the numbers that deal shares, where the bins before one have gradient <paramref name="before"/> (they move its end) and that one has
    /// <paramref name="own"/>: with c_k = 2 b (1 - M least) / sqrt(H) times those, dL/dnumber_k = p_k (c_k - sum p c).
    /// </summary>
    private void SharesBackward(ComponentNumbers numbers, ComponentNumbers gradients, SplineShares shares, int first, int index, float before, float own)
    {
        float whole = 2f * _bound * shares.Dealt * _scale, mean = 0f;
        for (int k = 0; k <= index; k++)
            mean += shares.Probability(numbers, k) * (k < index ? before : own);
        for (int k = 0; k < _bins; k++)
        {
            float direct = k > index ? 0f : k < index ? before : own;
            gradients[first + k] = whole * shares.Probability(numbers, k) * (direct - mean);
        }
    }
}
