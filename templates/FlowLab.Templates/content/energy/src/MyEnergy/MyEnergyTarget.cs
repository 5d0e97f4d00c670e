using FlowLab.Energies;
using FlowLab.Kernels;
using FlowLab.Plugins;
using ILGPU;
using ILGPU.Runtime;

namespace MyEnergy;

/// <summary>
/// U(z) = z1^2 / 2 + (z2 + c (z1^2 - 1))^2 / (2 w^2) with w = 1/2: a Gaussian bent into a banana. The map from the Gaussian keeps volume, so
/// ln Z = ln(2 pi w) whatever c is.
/// </summary>
[Energy("my-energy", Summary = "A Gaussian bent into a banana.")]
public sealed class MyEnergyTarget(MyEnergySettings settings, Accelerator accelerator) : IEnergy
{
    private readonly Action<Index2D, SampleView, ArrayView<float>, float> _evaluate =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleView, ArrayView<float>, float>(MyEnergyKernels.Evaluate);

    private readonly Action<Index2D, EnergyPass, float> _evaluateWithGradient =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, EnergyPass, float>(MyEnergyKernels.EvaluateWithGradient);

    public int Dimension => 2;

    /// <summary>Where the mass is: ln Z and KL(q || p) are sums over these cells.</summary>
    public EnergyGrid IntegrationGrid { get; } = new(-12, 12, 600);

    public EnergyGrid FigureGrid { get; } = new(-4, 4, 200);

    public void Evaluate(in EnergyPass pass) => _evaluate(new Index2D(pass.State.Batch, pass.Seeds), pass.State, pass.Energy, (float)settings.Bend);

    public void EvaluateWithGradient(in EnergyPass pass) => _evaluateWithGradient(new Index2D(pass.State.Batch, pass.Seeds), pass, (float)settings.Bend);

    public void Dispose()
    {
        // Kernels live as long as their accelerator.
    }
}
