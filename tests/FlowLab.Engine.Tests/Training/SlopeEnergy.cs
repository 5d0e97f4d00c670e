using FlowLab.Energies;
using FlowLab.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Tests.Training;

/// <summary>U(z) = slope z_1: a force that is everywhere the same. No density, but a bound on its "ln Z" can be measured.</summary>
internal sealed class SlopeEnergy(Accelerator accelerator, float slope) : IEnergy
{
    private readonly Action<Index2D, float, float, SampleView, ArrayView<float>, SampleView> _kernel =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, float, float, SampleView, ArrayView<float>, SampleView>(Kernel);

    public int Dimension => 2;

    public EnergyGrid IntegrationGrid { get; } = new(-4, 4, 40);

    public EnergyGrid FigureGrid => IntegrationGrid;

    public void Evaluate(in EnergyPass pass) => Run(pass, 0f);

    public void EvaluateWithGradient(in EnergyPass pass) => Run(pass, pass.GradientScale);

    public void Dispose()
    {
    }

    public static void Kernel(Index2D index, float slope, float scale, SampleView state, ArrayView<float> energy, SampleView gradient)
    {
        energy[index.Y * state.Batch + index.X] = slope * state.Row(index.Y, 0)[index.X];
        if (scale == 0f)
            return;
        gradient.Row(index.Y, 0)[index.X] = scale * slope;
        gradient.Row(index.Y, 1)[index.X] = 0f;
    }

    private void Run(in EnergyPass pass, float scale) => _kernel(new Index2D(pass.State.Batch, pass.Seeds), slope, scale, pass.State, pass.Energy, scale == 0f ? pass.State : pass.Gradient);
}
