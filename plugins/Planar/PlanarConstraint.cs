using FlowLab.Kernels;
using ILGPU.Algorithms;

namespace FlowLab.Plugins.Planar;

/// <summary>
/// The invertibility constraint of one planar layer, u_hat = u + (m(a) - a) w / |w|^2 with a = w'u and m(a) = -1 + softplus(a). With
/// c = m(a) - a = softplus(-a) - 1 it reads u_hat = u + <see cref="Factor"/> w, Factor = c / n, and
/// <see cref="Stretch"/> = 1 + w'u_hat = softplus(a) > 0 is the determinant where tanh has slope 1.
/// <para>
/// Guard: n = |w|^2, but where c &lt; 0 (which is where a may be 0, and so w) n is at least <see cref="MinimumNorm"/>. There
/// Stretch = 1 + a + c |w|^2 / n = softplus(a) - c (1 - |w|^2 / n), a sum of positive terms: guarded layers are invertible as well.
/// </para>
/// </summary>
public readonly struct PlanarConstraint
{
    /// <summary>Smallest |w|^2 that an inward correction is divided by: 1e-6, |w| = 0.001.</summary>
    public const float MinimumNorm = 1e-6f;

    private const float SmallestDivisor = 1e-30f;

    /// <summary>Keeps the determinant off 0 where softplus(a) underflows, a below -70.</summary>
    private const float SmallestStretch = 1e-30f;

    /// <summary>f in u_hat = u + f w.</summary>
    public readonly float Factor;

    /// <summary>1 + w'u_hat.</summary>
    public readonly float Stretch;

    private readonly float _alignment;
    private readonly float _correction;
    private readonly float _divisor;
    private readonly float _share;

    /// <param name="alignment">a = w'u.</param>
    /// <param name="norm">|w|^2.</param>
    private PlanarConstraint(float alignment, float norm)
    {
        _alignment = alignment;
        _correction = KernelMath.Softplus(-alignment) - 1f;
        float smallest = _correction < 0f ? MinimumNorm : SmallestDivisor;
        _divisor = XMath.Max(norm, smallest);
        _share = norm < smallest ? norm / smallest : 1f;
        Factor = _correction / _divisor;
        Stretch = SmallestStretch + KernelMath.Softplus(alignment) - _correction * (1f - _share);
    }

    /// <summary>The constraint of the layer whose parameters w, u, b start at the first of <paramref name="parameters"/>.</summary>
    public static PlanarConstraint Of(ParameterView parameters, int seed, int tile, int dimension)
    {
        float alignment = 0f;
        float norm = 0f;
        for (int d = 0; d < dimension; d++)
        {
            float w = parameters.At(seed, tile, d);
            alignment += w * parameters.At(seed, tile, dimension + d);
            norm += w * w;
        }
        return new PlanarConstraint(alignment, norm);
    }

    /// <summary>The constraint of one layer, on the host.</summary>
    public static PlanarConstraint Of(ReadOnlySpan<float> w, ReadOnlySpan<float> u)
    {
        float alignment = 0f;
        float norm = 0f;
        for (int d = 0; d < w.Length; d++)
        {
            alignment += w[d] * u[d];
            norm += w[d] * w[d];
        }
        return new PlanarConstraint(alignment, norm);
    }

    /// <summary>dL/da, given dL/dFactor and dL/dStretch.</summary>
    public float AlignmentGradient(float factorGradient, float stretchGradient)
    {
        float slope = KernelMath.Sigmoid(-_alignment);
        return stretchGradient * (KernelMath.Sigmoid(_alignment) + slope * (1f - _share)) - factorGradient * slope / _divisor;
    }

    /// <summary>dL/d|w|^2, given dL/dFactor and dL/dStretch: the guarded divisor does not move, the free one has Stretch independent of it.</summary>
    public float NormGradient(float factorGradient, float stretchGradient) =>
        _share < 1f ? stretchGradient * Factor : -factorGradient * Factor / _divisor;
}
