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
}
