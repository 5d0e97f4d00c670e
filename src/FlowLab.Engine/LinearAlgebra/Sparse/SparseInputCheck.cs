using FlowLab.Engine.LinearAlgebra.Calls;
using ILGPU.Runtime;

namespace FlowLab.Engine.LinearAlgebra.Sparse;

/// <summary>Refuses products that do not fit, before anything is written.</summary>
internal static class SparseInputCheck
{
    internal static void Call(Accelerator accelerator, in SparseInput call)
    {
        int rows = call.Weight.Rows;
        MatrixCheck.Shape("the weight", call.Weight, rows, call.Inputs);
        MatrixCheck.Shape("the input", call.Input, call.Inputs, call.Batch);
        MatrixCheck.Shape("the result", call.Target, rows, call.Batch);
        MatrixCheck.Matrix(accelerator, "the weight", call.Weight, call.Seeds);
        MatrixCheck.Matrix(accelerator, "the input", call.Input, call.Seeds);
        MatrixCheck.Matrix(accelerator, "the result", call.Target, call.Seeds);
        MatrixCheck.SeparateSeeds(call.Target, call.Seeds);
        MatrixCheck.Sums(accelerator, call.Bias, call.Seeds, rows);
    }
}
