using ILGPU.IR;

namespace ILGPU.Backends.Cpu;

/// <summary>Functions on vectors.</summary>
internal sealed partial class SimdEmitter
{
    /// <summary>Calls a function that vectors have; its operands are on the stack.</summary>
    private void EmitFunction(IRValue value)
    {
        var (vector, element) = (_vectors.TypeOf(value.Type), ClrTypeOf(value.Type));
        if (PerLaneOperations.Instructions.TryGetValue(value.Function, out var name))
            Call(_vectors.Generic(name, element, value.Operands.Count));
        else if (PerLaneOperations.Roundings.TryGetValue(value.Function, out name))
            Call(_vectors.Exact(name, vector));
        else if (value.Function == MathFunction.Fma)
            Call(_vectors.Exact("FusedMultiplyAdd", vector, vector, vector));
        else
            Call(_vectors.Math(value.Function.ToString(), vector));
    }
}
