namespace FlowLab.Plugins.Datasets.Energies;

/// <summary>The kernel side of a two-dimensional energy: a struct without fields.</summary>
public interface IEnergyKernel
{
    /// <summary>Energy and gradient at (<paramref name="z1"/>, <paramref name="z2"/>), without the wall.</summary>
    EnergyPoint At(float z1, float z2);

    /// <summary>Second derivatives at (<paramref name="z1"/>, <paramref name="z2"/>), without the wall.</summary>
    EnergyCurve CurveAt(float z1, float z2);
}
