namespace FlowLab.Plugins.Radial;

/// <summary>
/// One radial layer at one distance r from its reference point. With p = alpha + beta_hat > 0 the layer multiplies z - z0 by
/// g = (r + p) / (alpha + r) and stretches the radius itself by m = d(r g)/dr = (r^2 + 2 alpha r + alpha p) / (alpha + r)^2; the
/// determinant is g^(D-1) m. All are sums and quotients of non-negative numbers; m is formed from shares of alpha + r, so that r^2
/// cannot overflow.
/// </summary>
public readonly struct RadialStretch
{
    /// <summary>g: across the radius.</summary>
    public readonly float Across;

    /// <summary>m: along the radius.</summary>
    public readonly float Along;

    /// <summary>dg/dr.</summary>
    public readonly float AcrossByRadius;

    /// <summary>dm/dr.</summary>
    public readonly float AlongByRadius;

    private readonly float _inverse;
    private readonly float _alphaShare;
    private readonly float _difference;

    public RadialStretch(float alpha, float p, float radius)
    {
        _inverse = 1f / (alpha + radius);
        _alphaShare = alpha * _inverse;
        _difference = (p - alpha) * _inverse;
        float radiusShare = radius * _inverse;
        Across = (radius + p) * _inverse;
        Along = radiusShare * (radiusShare + 2f * _alphaShare) + _alphaShare * (p * _inverse);
        AcrossByRadius = -_difference * _inverse;
        AlongByRadius = -2f * _difference * _alphaShare * _inverse;
    }

    /// <summary>dL/dalpha at fixed p and r, given dL/dg and dL/dm.</summary>
    public float AlphaGradient(float acrossGradient, float alongGradient) =>
        _inverse * (alongGradient * (_difference - _alphaShare - 2f * _difference * _alphaShare) - acrossGradient * Across);

    /// <summary>dL/dp at fixed alpha and r, given dL/dg and dL/dm.</summary>
    public float PGradient(float acrossGradient, float alongGradient) => _inverse * (acrossGradient + alongGradient * _alphaShare);
}
