using FlowLab.Flows;
using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Plugins.Sylvester;

/// <summary>The four passes of <see cref="SylvesterFlow"/>; X = tile, Y = seed.</summary>
public static class SylvesterKernels
{
    public static void Forward(Index2D at, FlowForward pass, SylvesterShape shape)
    {
        ArrayView<float> logDet = pass.LogDet.SubView(at.Y * pass.State.Batch, pass.State.Batch);
        for (int number = 0; number < pass.Batch.Layers; number++)
        {
            var layer = new SylvesterLayer(shape, at, number, pass.Batch);
            var hidden = new SampleRows(pass.Tape, number * shape.Columns, shape.Columns);
            layer.TurnIn(pass.State, pass.Scratch);
            SylvesterUnits.Activate(layer, pass.State, hidden);
            SylvesterUnits.AddLogDet(layer, hidden, logDet);
            SylvesterUnits.Move(layer, pass.State, hidden, 1f);
            layer.TurnOut(pass.State, pass.Scratch);
        }
    }

    public static void Inverse(Index2D at, FlowInverse pass, SylvesterShape shape)
    {
        ArrayView<float> logDet = pass.LogDet.SubView(at.Y * pass.State.Batch, pass.State.Batch);
        var hidden = new SampleRows(pass.Scratch, shape.HiddenRow, shape.Columns);
        for (int number = pass.Batch.Layers - 1; number >= pass.FirstLayer; number--)
        {
            var layer = new SylvesterLayer(shape, at, number, pass.Batch);
            layer.TurnIn(pass.State, pass.Scratch);
            SylvesterUnits.Solve(layer, pass.State, hidden);
            SylvesterUnits.AddLogDet(layer, hidden, logDet);
            layer.TurnOut(pass.State, pass.Scratch);
        }
    }

    /// <summary>From the last layer to the first; the reflections see state and adjoint at their outputs, on the way in as on the way out.</summary>
    public static void Backward(Index2D at, FlowBackward pass, SylvesterShape shape)
    {
        ArrayView<float> logDetGradient = pass.LogDetGradient.SubView(at.Y * pass.State.Batch, pass.State.Batch);
        var slopes = new SampleRows(pass.Scratch, SylvesterShape.SlopeRow, shape.Columns);
        ClearUnused(at, pass.ParameterGradient, pass.Batch.Layers * shape.Stride, shape.Length * shape.Stride);
        for (int number = pass.Batch.Layers - 1; number >= 0; number--)
        {
            var layer = new SylvesterLayer(shape, at, number, pass.Batch);
            var hidden = new SampleRows(pass.Tape, number * shape.Columns, shape.Columns);
            ParameterView gradient = pass.ParameterGradient.Skip(number * shape.Stride);
            layer.TurnInBackward(pass.State, pass.Gradient, gradient, pass.Scratch);
            SylvesterUnits.Move(layer, pass.State, hidden, -1f);
            SylvesterGradients.Backward(layer, pass.State, pass.Gradient, hidden, slopes, logDetGradient, gradient);
            layer.TurnOutBackward(pass.State, pass.Gradient, gradient, pass.Scratch);
        }
    }

    /// <summary>
    /// From the first layer to the last. The reflections see state and adjoint at their inputs, which turns the sign of their gradients, and the gradients of
    /// an inverse have the other sign: the same formula serves as in <see cref="Backward"/>.
    /// </summary>
    public static void InverseBackward(Index2D at, FlowInverseBackward pass, SylvesterShape shape)
    {
        ArrayView<float> logDetGradient = pass.LogDetGradient.SubView(at.Y * pass.State.Batch, pass.State.Batch);
        var slopes = new SampleRows(pass.Scratch, SylvesterShape.SlopeRow, shape.Columns);
        var hidden = new SampleRows(pass.Scratch, shape.HiddenRow, shape.Columns);
        ClearUnused(at, pass.ParameterGradient, pass.Batch.Layers * shape.Stride, shape.Length * shape.Stride);
        for (int number = 0; number < pass.Batch.Layers; number++)
        {
            var layer = new SylvesterLayer(shape, at, number, pass.Batch);
            ParameterView gradient = pass.ParameterGradient.Skip(number * shape.Stride);
            layer.TurnInBackward(pass.State, pass.Gradient, gradient, pass.Scratch);
            SylvesterUnits.Activate(layer, pass.State, hidden);
            SylvesterGradients.InverseBackward(layer, pass.State, pass.Gradient, hidden, slopes, logDetGradient, gradient);
            SylvesterUnits.Move(layer, pass.State, hidden, 1f);
            layer.TurnOutBackward(pass.State, pass.Gradient, gradient, pass.Scratch);
        }
    }

    /// <summary>Layers that take no part have gradient zero.</summary>
    private static void ClearUnused(Index2D at, ParameterView gradient, int from, int to)
    {
        for (int p = from; p < to; p++)
            gradient.At(at.Y, at.X, p) = 0f;
    }
}
