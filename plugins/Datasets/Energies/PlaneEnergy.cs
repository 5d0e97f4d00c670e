using System.Globalization;
using FlowLab.Energies;
using FlowLab.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Datasets.Energies;

/// <summary>
/// An energy on the plane, with a smooth wall around the square [-4, 4] x [-4, 4]: sum_i 1/2 ((|z_i| - 4)_+ / wall)^2 is added. Without
/// it U2, U3 and U4 do not decay along z1, and exp(-U) is no density; ln Z is then that of the integration square.
/// </summary>
public abstract class PlaneEnergy<TEnergy> : ICurvedEnergy
    where TEnergy : unmanaged, IEnergyKernel
{
    private const double SmallestHalfSide = 8;
    private const double WallWidthsCovered = 10;
    private const int FigureResolution = 200;

    private readonly Action<Index2D, SampleView, ArrayView<float>, float> _evaluate;
    private readonly Action<Index2D, SampleView, ArrayView<float>, SampleView, float, float> _evaluateWithGradient;
    private readonly Action<Index2D, SampleView, SampleView, SampleView, float, float> _addCurvature;
    private readonly float _stiffness;

    private protected PlaneEnergy(EnergySettings settings, Accelerator accelerator)
    {
        if (settings.Wall is > 0 and < EnergySettings.NarrowestWall)
        {
            throw new ComponentSettingsException(string.Create(
                CultureInfo.InvariantCulture, $"the setting wall is {settings.Wall}; expected 0 (no wall) or at least {EnergySettings.NarrowestWall}"));
        }

        _stiffness = settings.Wall > 0 ? (float)(1 / (settings.Wall * settings.Wall)) : 0;
        double halfSide = Math.Max(SmallestHalfSide, EnergyKernels.WallStart + WallWidthsCovered * settings.Wall);
        IntegrationGrid = new EnergyGrid(-halfSide, halfSide, settings.GridResolution);
        _evaluate = accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleView, ArrayView<float>, float>(EnergyKernels.Evaluate<TEnergy>);
        _evaluateWithGradient = accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleView, ArrayView<float>, SampleView, float, float>(
            EnergyKernels.EvaluateWithGradient<TEnergy>);
        _addCurvature = accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleView, SampleView, SampleView, float, float>(
            EnergyKernels.AddCurvature<TEnergy>);
    }

    /// <inheritdoc/>
    public int Dimension => 2;

    /// <summary>[-8, 8] squared, or wider if the wall is: a q that is somewhat wider than p still lies inside.</summary>
    public EnergyGrid IntegrationGrid { get; }

    /// <inheritdoc/>
    public EnergyGrid FigureGrid { get; } = new(-EnergyKernels.WallStart, EnergyKernels.WallStart, FigureResolution);

    /// <inheritdoc/>
    public void Evaluate(in EnergyPass pass) =>
        _evaluate(new Index2D(pass.State.Batch, pass.Seeds), pass.State, pass.Energy, _stiffness);

    /// <inheritdoc/>
    public void EvaluateWithGradient(in EnergyPass pass) =>
        _evaluateWithGradient(
            new Index2D(pass.State.Batch, pass.Seeds), pass.State, pass.Energy, pass.Gradient, _stiffness, pass.GradientScale);

    /// <inheritdoc/>
    public void AddCurvature(in CurvaturePass pass) =>
        _addCurvature(new Index2D(pass.State.Batch, pass.Seeds), pass.State, pass.Direction, pass.Product, _stiffness, pass.Scale);

    /// <inheritdoc/>
    public void Dispose() => GC.SuppressFinalize(this);
}
