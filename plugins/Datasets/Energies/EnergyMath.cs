using System.Runtime.CompilerServices;
using ILGPU.Algorithms;

namespace FlowLab.Plugins.Datasets.Energies;

/// <summary>What several energies are made of; every form is free of overflow wherever the energy itself is.</summary>
public static class EnergyMath
{
    /// <summary>
    /// The angle 2 pi z1 / 4 of w1, brought into [-pi, pi]. Taking whole periods off z1 is exact in float32, taking them off the angle
    /// is not.
    /// </summary>
    public static float WaveAngle(float z1) => XMath.PIHalf * (z1 - 4f * XMath.Floor(0.25f * z1 + 0.5f));

    /// <summary>
    /// U = -ln(exp(-a) + exp(-b)) = min(a, b) - ln(1 + exp(-|a - b|)), given a, b and a - b (which the caller may know more exactly):
    /// <c>Value</c> is U, <c>Slope1</c> = dU/da, <c>Slope2</c> = dU/db, and the slopes add up to one.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EnergyPoint SoftMinimum(float a, float b, float difference)
    {
        float ratio = XMath.Exp(-XMath.Abs(difference));
        float larger = 1f / (1f + ratio);
        float smaller = ratio * larger;
        float value = XMath.Min(a, b) - XMath.Log(1f + ratio);
        return difference < 0f ? new EnergyPoint(value, larger, smaller) : new EnergyPoint(value, smaller, larger);
    }

    /// <summary>
    /// The energy of a wave that splits in two branches: -ln(exp(-1/2 p1 d^2) + exp(-1/2 p2 (d + s)^2)), d = z2 - w1(z1), where the
    /// second branch is shifted down by s(z1).
    /// </summary>
    /// <param name="z1">First coordinate.</param>
    /// <param name="z2">Second coordinate.</param>
    /// <param name="shift">s(z1).</param>
    /// <param name="shiftSlope">ds/dz1.</param>
    /// <param name="precision1">p1, of the first branch.</param>
    /// <param name="precision2">p2, of the second branch.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EnergyPoint TwoBranches(float z1, float z2, float shift, float shiftSlope, float precision1, float precision2)
    {
        float angle = WaveAngle(z1);
        float distance1 = z2 - XMath.Sin(angle);
        float distance2 = distance1 + shift;
        float a = 0.5f * precision1 * distance1 * distance1;
        float b = 0.5f * precision2 * distance2 * distance2;

        // a - b without the difference of two large squares: exact where the precisions agree.
        float difference = 0.5f * (precision1 - precision2) * distance1 * distance1 - precision2 * shift * (distance1 + 0.5f * shift);
        EnergyPoint mix = SoftMinimum(a, b, difference);
        float slope1 = mix.Slope1 * precision1 * distance1;
        float slope2 = mix.Slope2 * precision2 * distance2;
        float slope = slope1 + slope2;
        return new EnergyPoint(mix.Value, slope2 * shiftSlope - slope * XMath.PIHalf * XMath.Cos(angle), slope);
    }

    /// <summary>
    /// The second derivatives of <see cref="TwoBranches"/>. With shares w of the branches a and b, those of -ln(exp(-a) + exp(-b)) are
    /// w_a a'' + w_b b'' - w_a w_b (a' - b')(a' - b')'.
    /// </summary>
    /// <param name="z1">First coordinate.</param>
    /// <param name="z2">Second coordinate.</param>
    /// <param name="shift">s(z1), ds/dz1 and d2s/dz1 dz1.</param>
    /// <param name="precision1">p1, of the first branch.</param>
    /// <param name="precision2">p2, of the second branch.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EnergyCurve CurveOfTwoBranches(float z1, float z2, EnergyPoint shift, float precision1, float precision2)
    {
        float angle = WaveAngle(z1);
        float sine = XMath.Sin(angle);
        float fall1 = -XMath.PIHalf * XMath.Cos(angle);
        float bend1 = XMath.PIHalf * XMath.PIHalf * sine;
        float fall2 = fall1 + shift.Slope1;
        float bend2 = bend1 + shift.Slope2;
        float distance1 = z2 - sine;
        float distance2 = distance1 + shift.Value;
        float difference = 0.5f * (precision1 - precision2) * distance1 * distance1 - precision2 * shift.Value * (distance1 + 0.5f * shift.Value);
        EnergyPoint shares = SoftMinimum(0f, 0f, difference);
        float slope1 = precision1 * distance1;
        float slope2 = precision2 * distance2;

        // How far the slopes of the branches are apart, times the root of the product of their shares, which vanishes where a branch is far away.
        float root = XMath.Sqrt(shares.Slope1 * shares.Slope2);
        float apart1 = root * (slope1 * fall1 - slope2 * fall2);
        float apart2 = root * (slope1 - slope2);
        float stiff1 = shares.Slope1 * precision1;
        float stiff2 = shares.Slope2 * precision2;
        return new EnergyCurve(
            stiff1 * (fall1 * fall1 + distance1 * bend1) + stiff2 * (fall2 * fall2 + distance2 * bend2) - apart1 * apart1,
            stiff1 * fall1 + stiff2 * fall2 - apart1 * apart2,
            stiff1 + stiff2 - apart2 * apart2);
    }
}
