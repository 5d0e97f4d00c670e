using FlowLab.Energies;
using FlowLab.Engine.Memory;
using FlowLab.Engine.Models;
using FlowLab.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Latents;

/// <summary>
/// -ln p(x, z) of a latent model, with the data points of a workspace, as the target that flows of the posterior follow. It borrows outputs and tapes of the
/// generative networks: they are free while z is drawn and, their own gradients taken, on the way back.
/// <para>
/// Second derivatives are central differences of gradients, for z and for the parameters of the generative networks, whose part in the path of z is a part of
/// the bound's gradient too. All samples of a seed move by the same multiple of their directions, so that sums over samples can be divided by it.
/// </para>
/// </summary>
internal sealed class LatentTarget : ITarget
{
    private readonly LatentModel _model;
    private readonly LatentWorkspace _work;
    private readonly int _seeds;
    private readonly int _parameterCount;
    private readonly ComponentTurns _turns;
    private readonly SampleView _logPrior;
    private readonly SampleView _logLikelihood;
    private readonly SampleView _above;
    private readonly SampleView _below;
    private readonly SampleView _shifted;
    private readonly SampleView _steps;
    private readonly SampleView _parametersAbove;
    private readonly SampleView _parametersBelow;
    private readonly Action<Index1D, ArrayView<float>, ArrayView<float>, ArrayView<float>> _energy;
    private readonly Action<Index1D, SampleView, ArrayView<float>> _chooseStep;
    private readonly Action<Index2D, SampleView, SampleView, SampleView, ArrayView<float>, float> _shift;
    private readonly Action<Index2D, SampleView, SampleView, SampleView, ArrayView<float>, float> _addDifference;
    private readonly Action<Index2D, SampleView, SampleView, ArrayView<float>, int, int, ArrayView<float>, float> _addParameters;

    /// <param name="model">The model.</param>
    /// <param name="work">The workspace.</param>
    /// <param name="accelerator">The device.</param>
    /// <param name="tensors">Where memory is taken from.</param>
    /// <param name="seeds">Seeds R.</param>
    /// <param name="gradients">Whether backward passes will be made.</param>
    public LatentTarget(LatentModel model, LatentWorkspace work, Accelerator accelerator, DeviceTensors tensors, int seeds, bool gradients)
    {
        (_model, _work, _seeds) = (model, work, seeds);
        _turns = ComponentTurns.Of(accelerator);
        _parameterCount = model.FirstOfChain - model.Encoder.ParameterCount;
        int batch = work.Flow.Batch, dimension = gradients ? Dimension : 0;
        _logPrior = tensors.Allocate("ln p(z) of the target", 1, batch);
        _logLikelihood = tensors.Allocate("ln p(x|z) of the target", 1, batch);
        _above = tensors.Allocate("gradient above", dimension, batch);
        _below = tensors.Allocate("gradient below", dimension, batch);
        _shifted = tensors.Allocate("shifted z", dimension, batch);
        _steps = tensors.Allocate("steps of differences", 1, 1);
        _parametersAbove = tensors.Allocate("gradients of the decoders above", _parameterCount, 1);
        _parametersBelow = tensors.Allocate("gradients of the decoders below", gradients ? _parameterCount : 0, 1);
        _energy = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>, ArrayView<float>, ArrayView<float>>(LatentTargetKernels.Energy);
        _chooseStep = accelerator.LoadAutoGroupedStreamKernel<Index1D, SampleView, ArrayView<float>>(LatentTargetKernels.ChooseStep);
        _shift = accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleView, SampleView, SampleView, ArrayView<float>, float>(LatentTargetKernels.Shift);
        _addDifference = accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleView, SampleView, SampleView, ArrayView<float>, float>(
            LatentTargetKernels.AddDifference);
        _addParameters = accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleView, SampleView, ArrayView<float>, int, int, ArrayView<float>, float>(
            LatentTargetKernels.AddParameters);
    }

    /// <inheritdoc/>
    public int Dimension => _model.Chain.Dimension;

    /// <summary>The model's parameters, [R, P].</summary>
    public ArrayView<float> Parameters { get; set; }

    /// <summary>Where the gradients of the model's parameters go, [R, P], once those of the generative networks' own part are there.</summary>
    public ArrayView<float> Gradients { get; set; }

    /// <inheritdoc/>
    public void EvaluateWithGradient(in EnergyPass pass)
    {
        using ComponentTurns.Inner turn = _turns.EnterWithin("target", "its joint density");
        Evaluate(pass.State, pass.Gradient, _parametersAbove, pass.GradientScale);
        _energy(_seeds * pass.State.Batch, _logPrior.Values, _logLikelihood.Values, pass.Energy);
    }

    /// <inheritdoc/>
    public void AddCurvature(in CurvaturePass pass)
    {
        using ComponentTurns.Inner turn = _turns.EnterWithin("target", "its second derivatives");
        Index2D samples = new(pass.State.Batch, _seeds);
        _chooseStep(_seeds, pass.Direction, _steps.Values);
        _shift(samples, pass.State, pass.Direction, _shifted, _steps.Values, 1f);
        Evaluate(_shifted, _above, _parametersAbove, 1f);
        _shift(samples, pass.State, pass.Direction, _shifted, _steps.Values, -1f);
        Evaluate(_shifted, _below, _parametersBelow, 1f);
        _addDifference(samples, _above, _below, pass.Product, _steps.Values, pass.Scale);
        _addParameters(
            new Index2D(_parameterCount, _seeds), _parametersAbove, _parametersBelow, Gradients, _model.ParameterCount, _model.Encoder.ParameterCount,
            _steps.Values, pass.Scale);
    }

    private void Evaluate(SampleView state, SampleView gradient, SampleView parameters, float scale) => _model.EvaluateJoint(
        _work, Parameters, new JointPass(state, gradient, _logPrior.Values, _logLikelihood.Values, new SeedParameters(parameters.Values, _parameterCount, 0), scale));
}
