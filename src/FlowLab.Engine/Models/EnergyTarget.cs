using FlowLab.Energies;
using FlowLab.Engine.Memory;
using FlowLab.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Models;

/// <summary>An energy as the target that flows follow, at beta = 1 however the loss is annealed.</summary>
internal sealed class EnergyTarget : ITarget
{
    private readonly IEnergy _energy;
    private readonly ComponentTurns _turns;
    private readonly SampleView _shifted;
    private readonly SampleView _above;
    private readonly SampleView _below;
    private readonly SampleView _energies;
    private readonly SampleView _steps;
    private readonly Action<Index2D, SampleView, SampleView, SampleView, ArrayView<float>, float> _shift;
    private readonly Action<Index2D, SampleView, SampleView, ArrayView<float>, SampleView, float> _addDifference;

    /// <param name="energy">The energy.</param>
    /// <param name="accelerator">The device.</param>
    /// <param name="tensors">Where memory is taken from.</param>
    /// <param name="batch">Samples per seed B.</param>
    /// <param name="gradients">Whether backward passes will be made.</param>
    public EnergyTarget(IEnergy energy, Accelerator accelerator, DeviceTensors tensors, int batch, bool gradients)
    {
        _energy = energy;
        _turns = ComponentTurns.Of(accelerator);
        int dimension = gradients && energy is not ICurvedEnergy ? energy.Dimension : 0;
        _shifted = tensors.Allocate("shifted z", dimension, batch);
        _above = tensors.Allocate("gradient above", dimension, batch);
        _below = tensors.Allocate("gradient below", dimension, batch);
        _energies = tensors.Allocate("energies of differences", Math.Min(1, dimension), batch);
        _steps = tensors.Allocate("steps of differences", Math.Min(1, dimension), batch);
        _shift = accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleView, SampleView, SampleView, ArrayView<float>, float>(CurvatureKernels.Shift);
        _addDifference = accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleView, SampleView, ArrayView<float>, SampleView, float>(
            CurvatureKernels.AddDifference);
    }

    /// <inheritdoc/>
    public int Dimension => _energy.Dimension;

    /// <inheritdoc/>
    public void EvaluateWithGradient(in EnergyPass pass)
    {
        using ComponentTurns.Inner turn = _turns.EnterWithin("target", "its energy");
        _energy.EvaluateWithGradient(pass);
    }

    /// <inheritdoc/>
    public void AddCurvature(in CurvaturePass pass)
    {
        using ComponentTurns.Inner turn = _turns.EnterWithin("target", "its second derivatives");
        if (_energy is ICurvedEnergy curved)
            curved.AddCurvature(pass);
        else
            AddDifference(pass);
    }

    private void AddDifference(in CurvaturePass pass)
    {
        EvaluateShifted(pass, _above, 1f);
        EvaluateShifted(pass, _below, -1f);
        _addDifference(new Index2D(pass.State.Batch, pass.Seeds), _above, _below, _steps.Values, pass.Product, pass.Scale);
    }

    private void EvaluateShifted(in CurvaturePass pass, SampleView gradient, float sign)
    {
        _shift(new Index2D(pass.State.Batch, pass.Seeds), pass.State, pass.Direction, _shifted, _steps.Values, sign);
        _energy.EvaluateWithGradient(new EnergyPass(pass.Seeds, _shifted, _energies.Values, gradient, 1));
    }
}
