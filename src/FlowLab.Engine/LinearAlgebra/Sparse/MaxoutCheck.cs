using FlowLab.Engine.LinearAlgebra.Calls;
using FlowLab.LinearAlgebra;
using ILGPU.Runtime;

namespace FlowLab.Engine.LinearAlgebra.Sparse;

/// <summary>Refuses backward passes whose matrices do not fit, before anything is written.</summary>
internal static class MaxoutCheck
{
    internal static void Call(Accelerator accelerator, in MaxoutGradient call)
    {
        (int units, int batch, int inputs) = (call.Units.Rows, call.Batch, call.Inputs);
        int linear = call.Window * units;
        Matrix(accelerator, "the linear units", call.Linear, call.Seeds, linear, batch);
        Matrix(accelerator, "the hidden units", call.Units, call.Seeds, units, batch);
        Matrix(accelerator, "the gradient of the hidden units", call.UnitGradient, call.Seeds, units, batch);
        Matrix(accelerator, "the input", call.Input, call.Seeds, inputs, batch);
        Matrix(accelerator, "the weight", call.Weight, call.Seeds, linear, inputs);
        Target(accelerator, "the gradient of the weight", call.WeightGradient, call.Seeds, linear, inputs);
        MatrixCheck.Sums(accelerator, call.BiasGradient, call.Seeds, linear);
        if (call.InputGradient is { } target)
            Target(accelerator, "the gradient of the input", target, call.Seeds, inputs, batch);
    }

    private static void Matrix(Accelerator accelerator, string name, in MatrixView matrix, int seeds, int rows, int columns)
    {
        MatrixCheck.Shape(name, matrix, rows, columns);
        MatrixCheck.Matrix(accelerator, name, matrix, seeds);
    }

    private static void Target(Accelerator accelerator, string name, in MatrixView matrix, int seeds, int rows, int columns)
    {
        Matrix(accelerator, name, matrix, seeds, rows, columns);
        MatrixCheck.SeparateSeeds(matrix, seeds);
    }
}
