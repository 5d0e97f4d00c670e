using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>Functions on vectors.</summary>
internal sealed partial class SimdEmitter
{
    /// <summary>Calls a function that vectors have; its operands are on the stack.</summary>
    private void EmitFunction(IRValue value)
    {
        var (vector, element) = (_vectors.TypeOf(value.Type), ClrTypeOf(value.Type));
        if (PerLaneOperations.IsInstruction(value.Function))
            Call(_vectors.Generic(value.Function.ToString(), element, value.Operands.Count));
        else if (PerLaneOperations.IsRounding(value.Function))
            Call(_vectors.Exact(value.Function.ToString(), vector));
        else if (value.Function == MathFunction.Fma)
            Call(_vectors.Exact("FusedMultiplyAdd", vector, vector, vector));
        else
            Call(_vectors.Math(value.Function.ToString(), vector));
    }
}
