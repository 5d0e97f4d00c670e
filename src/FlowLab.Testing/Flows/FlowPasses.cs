using FlowLab.Flows;
using FlowLab.Kernels;
using FlowLab.Testing.Bench;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Testing.Flows;

/// <summary>
/// Runs the passes of a flow on arrays, every buffer between guard zones, and nothing zero that the contract does not say is zero. Auxiliary variables are
/// further components of the points, [R, D + A, B]: with them a flow is a map like any other.
/// </summary>
/// <param name="bench">Where to compute.</param>
/// <param name="flow">The flow.</param>
/// <param name="dimension">Dimension D of z.</param>
internal sealed class FlowPasses(LawBench bench, IFlow flow, int dimension)
{
    // What ln r is added to.
    private const float Before = 8;

    private readonly LawTarget? _target = flow is ITargetFlow ? new LawTarget(bench.Accelerator, dimension) : null;

    private Accelerator Accelerator => bench.Accelerator;

    private bool HasAuxiliary => flow.AuxiliaryLength > 0;

    /// <summary>z0 to zK.</summary>
    /// <param name="inputs">Shape, parameters and context.</param>
    /// <param name="z0">[R, D, B].</param>
    /// <param name="logDet">What the log-det is added to, [R, B]; null: zeros.</param>
    /// <param name="addsReverse">Whether ln r of auxiliary variables is added to the log-dets, so that all of the loss is in one number.</param>
    public PassResult Forward(FlowInputs inputs, float[] z0, float[]? logDet = null, bool addsReverse = false)
    {
        using var buffers = new PassBuffers(Accelerator, inputs, flow);
        SampleView state = buffers.TakePoints("state", "omega", z0, dimension);
        ArrayView<float> sums = buffers.Take("log-det", logDet ?? new float[inputs.Seeds * inputs.Batch], 1).Values;
        SampleView tape = buffers.Unset("tape", flow.TapeLength);
        var pass = new FlowForward(buffers.Batch, state, sums, tape, buffers.Unset("scratch", flow.ScratchLength));
        if (HasAuxiliary)
            pass = pass with { Auxiliary = buffers.View("omega", flow.AuxiliaryLength), LogReverse = buffers.Take("ln r", [.. Enumerable.Repeat(Before, inputs.Seeds * inputs.Batch)], 1).Values };
        Aim();
        flow.Forward(pass);
        Accelerator.Synchronize();
        float[] sum = buffers.Read("log-det");
        return new PassResult
        {
            State = buffers.ReadPoints("state", "omega", dimension), LogDet = HasAuxiliary && addsReverse ? [.. sum.Zip(buffers.Read("ln r"), (a, b) => a + (b - Before))] : sum, Tape = inputs.IsWatched ? buffers.Read("tape") : [], Damage = buffers.FindDamage(),
        };
    }

    /// <summary>zK to z0.</summary>
    /// <param name="inputs">Shape, parameters and context.</param>
    /// <param name="z">[R, D, B].</param>
    /// <param name="firstLayer">The last layer that is undone.</param>
    /// <param name="logDet">What the log-det is added to, [R, B]; null: zeros.</param>
    public PassResult Inverse(FlowInputs inputs, float[] z, int firstLayer = 0, float[]? logDet = null)
    {
        using var buffers = new PassBuffers(Accelerator, inputs, flow);
        SampleView state = buffers.TakePoints("state", "omega", z, dimension);
        ArrayView<float> sums = buffers.Take("log-det", logDet ?? new float[inputs.Seeds * inputs.Batch], 1).Values;
        var pass = new FlowInverse(buffers.Batch, state, sums, buffers.Unset("scratch", flow.ScratchLength), firstLayer);
        Aim();
        flow.Inverse(HasAuxiliary ? pass with { Auxiliary = buffers.View("omega", flow.AuxiliaryLength) } : pass);
        Accelerator.Synchronize();
        return new PassResult { State = buffers.ReadPoints("state", "omega", dimension), LogDet = buffers.Read("log-det"), Damage = buffers.FindDamage() };
    }

    /// <summary>Gradients through the forward pass; ln r of auxiliary variables has the gradient of the log-det.</summary>
    /// <param name="inputs">Shape, parameters and context.</param>
    /// <param name="forward">What the forward pass left.</param>
    /// <param name="perState">dL/dzK, [R, D, B].</param>
    /// <param name="perLogDet">dL/dlog-det, [R, B].</param>
    public PassResult Backward(FlowInputs inputs, PassResult forward, float[] perState, float[] perLogDet)
    {
        using var buffers = new PassBuffers(Accelerator, inputs, flow);
        SampleView state = buffers.TakePoints("state", "omega", forward.State, dimension), gradient = buffers.TakePoints("gradient", "omega's gradient", perState, dimension);
        SampleView tape = buffers.Take("tape", forward.Tape, flow.TapeLength);
        var pass = new FlowBackward(
            buffers.Batch, state, gradient, buffers.TakeReadOnly("log-det gradient", perLogDet), buffers.ParameterGradient, tape,
            buffers.Unset("scratch", flow.ScratchLength)) { ContextGradient = buffers.ContextGradient };
        if (HasAuxiliary)
            pass = pass with { Auxiliary = buffers.View("omega", flow.AuxiliaryLength), AuxiliaryGradient = buffers.View("omega's gradient", flow.AuxiliaryLength), LogReverseGradient = buffers.TakeReadOnly("gradient of ln r", perLogDet) };
        Aim();
        flow.Backward(pass);
        Accelerator.Synchronize();
        return buffers.ReadGradients(dimension);
    }

    /// <summary>Gradients through the inverse pass.</summary>
    /// <param name="inputs">Shape, parameters and context.</param>
    /// <param name="z0">What the inverse pass left, [R, D, B].</param>
    /// <param name="perState">dL/dz0, [R, D, B].</param>
    /// <param name="perLogDet">dL/dlog-det, [R, B].</param>
    public PassResult InverseBackward(FlowInputs inputs, float[] z0, float[] perState, float[] perLogDet)
    {
        using var buffers = new PassBuffers(Accelerator, inputs, flow);
        SampleView state = buffers.TakePoints("state", "omega", z0, dimension), gradient = buffers.TakePoints("gradient", "omega's gradient", perState, dimension);
        Aim();
        flow.InverseBackward(new FlowInverseBackward(
            buffers.Batch, state, gradient, buffers.TakeReadOnly("log-det gradient", perLogDet), buffers.ParameterGradient,
            buffers.Unset("scratch", flow.ScratchLength)) { ContextGradient = buffers.ContextGradient });
        Accelerator.Synchronize();
        return buffers.ReadGradients(dimension);
    }

    private void Aim()
    {
        if (_target is not null)
            ((ITargetFlow)flow).Aim(_target);
    }
}
