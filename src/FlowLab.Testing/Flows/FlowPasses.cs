using FlowLab.Flows;
using FlowLab.Kernels;
using FlowLab.Testing.Bench;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Testing.Flows;

/// <summary>Runs the passes of a flow on arrays, every buffer between guard zones, and nothing zero that the contract does not say is zero.</summary>
internal sealed class FlowPasses(LawBench bench, IFlow flow)
{
    private Accelerator Accelerator => bench.Accelerator;

    /// <summary>z0 to zK.</summary>
    /// <param name="inputs">Shape, parameters and context.</param>
    /// <param name="z0">[R, D, B].</param>
    /// <param name="logDet">What the log-det is added to, [R, B]; null: zeros.</param>
    public PassResult Forward(FlowInputs inputs, float[] z0, float[]? logDet = null)
    {
        using var buffers = new PassBuffers(Accelerator, inputs, flow);
        SampleView state = buffers.Take("state", z0, inputs.Dimension);
        ArrayView<float> sums = buffers.Take("log-det", logDet ?? new float[inputs.Seeds * inputs.Batch], 1).Values;
        SampleView tape = buffers.Unset("tape", flow.TapeLength);
        flow.Forward(new FlowForward(buffers.Batch, state, sums, tape, buffers.Unset("scratch", flow.ScratchLength)));
        Accelerator.Synchronize();
        return new PassResult
        {
            State = buffers.Read("state"), LogDet = buffers.Read("log-det"), Tape = buffers.Read("tape"), Damage = buffers.FindDamage(),
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
        SampleView state = buffers.Take("state", z, inputs.Dimension);
        ArrayView<float> sums = buffers.Take("log-det", logDet ?? new float[inputs.Seeds * inputs.Batch], 1).Values;
        flow.Inverse(new FlowInverse(buffers.Batch, state, sums, buffers.Unset("scratch", flow.ScratchLength), firstLayer));
        Accelerator.Synchronize();
        return new PassResult { State = buffers.Read("state"), LogDet = buffers.Read("log-det"), Damage = buffers.FindDamage() };
    }

    /// <summary>Gradients through the forward pass.</summary>
    /// <param name="inputs">Shape, parameters and context.</param>
    /// <param name="forward">What the forward pass left.</param>
    /// <param name="perState">dL/dzK, [R, D, B].</param>
    /// <param name="perLogDet">dL/dlog-det, [R, B].</param>
    public PassResult Backward(FlowInputs inputs, PassResult forward, float[] perState, float[] perLogDet)
    {
        using var buffers = new PassBuffers(Accelerator, inputs, flow);
        SampleView state = buffers.Take("state", forward.State, inputs.Dimension), gradient = buffers.Take("gradient", perState, inputs.Dimension);
        SampleView tape = buffers.Take("tape", forward.Tape, flow.TapeLength);
        flow.Backward(new FlowBackward(
            buffers.Batch, state, gradient, buffers.TakeReadOnly("log-det gradient", perLogDet), buffers.ParameterGradient, tape,
            buffers.Unset("scratch", flow.ScratchLength)) { ContextGradient = buffers.ContextGradient });
        Accelerator.Synchronize();
        return buffers.ReadGradients();
    }

    /// <summary>Gradients through the inverse pass.</summary>
    /// <param name="inputs">Shape, parameters and context.</param>
    /// <param name="z0">What the inverse pass left, [R, D, B].</param>
    /// <param name="perState">dL/dz0, [R, D, B].</param>
    /// <param name="perLogDet">dL/dlog-det, [R, B].</param>
    public PassResult InverseBackward(FlowInputs inputs, float[] z0, float[] perState, float[] perLogDet)
    {
        using var buffers = new PassBuffers(Accelerator, inputs, flow);
        SampleView state = buffers.Take("state", z0, inputs.Dimension), gradient = buffers.Take("gradient", perState, inputs.Dimension);
        flow.InverseBackward(new FlowInverseBackward(
            buffers.Batch, state, gradient, buffers.TakeReadOnly("log-det gradient", perLogDet), buffers.ParameterGradient,
            buffers.Unset("scratch", flow.ScratchLength)) { ContextGradient = buffers.ContextGradient });
        Accelerator.Synchronize();
        return buffers.ReadGradients();
    }
}
