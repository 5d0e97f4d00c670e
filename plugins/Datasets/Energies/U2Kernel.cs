using System.Runtime.CompilerServices;
using ILGPU.Algorithms;

namespace FlowLab.Plugins.Datasets.Energies;

/// <summary>The kernel side of <see cref="U2"/>.</summary>
public readonly struct U2Kernel : IEnergyKernel
{
    private const float Precision = 1f / (0.4f * 0.4f);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EnergyPoint At(float z1, float z2)
    {
        float angle = EnergyMath.WaveAngle(z1);
        float distance = z2 - XMath.Sin(angle);
        float slope = Precision * distance;
        return new EnergyPoint(0.5f * slope * distance, -slope * XMath.PIHalf * XMath.Cos(angle), slope);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EnergyCurve CurveAt(float z1, float z2)
    {
        // U = p/2 d^2 with d = z2 - sin(angle): the gradient of d is (-c, 1), its only second derivative (pi/2)^2 sin(angle).
        float angle = EnergyMath.WaveAngle(z1);
        float sine = XMath.Sin(angle);
        float c = XMath.PIHalf * XMath.Cos(angle);
        return new EnergyCurve(Precision * (c * c + (z2 - sine) * XMath.PIHalf * XMath.PIHalf * sine), -Precision * c, Precision);
    }
}
