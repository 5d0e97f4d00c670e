using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Frontend;

/// <summary>A value on the evaluation stack: its C# type and its scalars. A ref is one scalar of a by-ref type.</summary>
internal sealed record KernelValue(Type Type, IRValue[] Leaves)
{
    internal KernelValue(IRValue scalar)
        : this(TypeOf(scalar.Type), [scalar])
    {
    }

    /// <summary>The only scalar of a number or ref.</summary>
    internal IRValue Scalar => Leaves[0];

    private static Type TypeOf(IRType type) => type switch
    {
        IRType.Bool => typeof(bool),
        IRType.Int64 => typeof(long),
        IRType.Float32 => typeof(float),
        IRType.Float64 => typeof(double),
        IRType.Pointer => typeof(byte).MakeByRefType(),
        _ => typeof(int),
    };
}
