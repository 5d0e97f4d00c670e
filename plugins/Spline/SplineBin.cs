using ILGPU.Algorithms;

namespace FlowLab.Plugins.Spline;

/// <summary>
/// One bin of a rational-quadratic spline, from (x, y) to (x + w, y + h) with slopes d0 and d1 at its ends. With xi = (z - x) / w, s = h / w and omega = xi (1 - xi):
/// z' = y + h P / Q, P = s xi^2 + d0 omega, Q = s + (d0 + d1 - 2 s) omega, and dz'/dz = s^2 N / Q^2, N = d1 xi^2 + 2 s omega + d0 (1 - xi)^2. P, Q and N are sums of
/// positive terms, Q being s (1 - 2 omega) + (d0 + d1) omega.
/// </summary>
/// <param name="index">Which bin.</param>
/// <param name="x">Its left end.</param>
/// <param name="width">w.</param>
/// <param name="y">The value at its left end.</param>
/// <param name="height">h.</param>
/// <param name="left">d0.</param>
/// <param name="right">d1.</param>
public readonly struct SplineBin(int index, float x, float width, float y, float height, float left, float right)
{
    /// <summary>Which bin, counted from 0.</summary>
    public readonly int Index = index;

    private readonly float _x = x;
    private readonly float _width = width;
    private readonly float _y = y;
    private readonly float _height = height;
    private readonly float _left = left;
    private readonly float _right = right;

    private float Steepness => _height / _width;

    /// <summary>xi of a point in the bin; rounding may not carry it out.</summary>
    public float Share(float z) => InBin((z - _x) / _width);

    /// <summary>z'.</summary>
    public float Value(float share) => _y + _height * (Numerator(share) / Denominator(share));

    /// <summary>
    /// xi of z': the root of a quadratic in xi, 2 c / (-b - sqrt(b^2 - 4 a c)), in which b and the root have the same sign (Durkan et al., appendix A.3), and one step of Newton's
    /// method on what is left, which takes back the digits that b^2 - 4 a c has lost.
    /// </summary>
    public float ShareOf(float value)
    {
        float rise = XMath.Min(XMath.Max(value - _y, 0f), _height), bend = _left + _right - 2f * Steepness;
        float a = _height * (Steepness - _left) + rise * bend, b = _height * _left - rise * bend, c = -Steepness * rise;
        float share = InBin(2f * c / (-b - XMath.Sqrt(XMath.Max(b * b - 4f * a * c, 0f))));
        float missing = rise - _height * (Numerator(share) / Denominator(share));
        return InBin(share + missing / (_width * Slope(share)));
    }

    /// <summary>z of xi.</summary>
    public float Point(float share) => _x + _width * share;

    /// <summary>dz'/dz.</summary>
    public float Slope(float share)
    {
        float ratio = Steepness / Denominator(share);
        return ratio * ratio * Bend(share);
    }

    /// <summary>ln dz'/dz.</summary>
    public float LogSlope(float share) => 2f * XMath.Log(Steepness / Denominator(share)) + XMath.Log(Bend(share));

    /// <summary>d(ln dz'/dz)/dz.</summary>
    public float LogSlopeSlope(float share) => LogSlopeByShare(share) / _width;

    /// <summary>Gradients of x, w, y, h, d0 and d1 at a point z that stays where it is.</summary>
    /// <param name="share">xi of the point.</param>
    /// <param name="gradient">G = dL/dz'.</param>
    /// <param name="logGradient">l = dL/d(ln dz'/dz).</param>
    public SplineBinGradient Backward(float share, float gradient, float logGradient)
    {
        float omega = share * (1f - share), p = Numerator(share), q = Denominator(share), n = Bend(share), s = Steepness, rest = 1f - share;
        float common = 2f * omega / q, scaled = gradient * _height / (q * q);
        float ofSteepness = scaled * (share * share * q - p * (1f - 2f * omega)) + logGradient * (2f / s + 2f * omega / n - 2f * (1f - 2f * omega) / q);
        float ofShare = gradient * Slope(share) * _width + logGradient * LogSlopeByShare(share);
        return new SplineBinGradient(
            -ofShare / _width,
            -(ofSteepness * s + ofShare * share) / _width,
            gradient,
            gradient * p / q + ofSteepness / _width,
            scaled * omega * (q - p) + logGradient * (rest * rest / n - common),
            -scaled * omega * p + logGradient * (share * share / n - common));
    }

    private static float InBin(float share) => XMath.Min(XMath.Max(share, 0f), 1f);

    private float Numerator(float share) => Steepness * share * share + _left * share * (1f - share);

    private float Denominator(float share)
    {
        float omega = share * (1f - share);
        return Steepness * (1f - 2f * omega) + (_left + _right) * omega;
    }

    private float Bend(float share) => _right * share * share + 2f * Steepness * share * (1f - share) + _left * (1f - share) * (1f - share);

    private float LogSlopeByShare(float share)
    {
        float s = Steepness, ofBend = 2f * (_right * share + s * (1f - 2f * share) - _left * (1f - share));
        float ofDenominator = (_left + _right - 2f * s) * (1f - 2f * share);
        return ofBend / Bend(share) - 2f * ofDenominator / Denominator(share);
    }
}
