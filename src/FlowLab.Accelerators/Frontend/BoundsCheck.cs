using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Frontend;

/// <summary>Checks of accesses to views, in kernels that are compiled with them.</summary>
internal static class BoundsCheck
{
    /// <summary>Elements [start, start + count) of a view are reached for.</summary>
    /// <param name="frame">The method that does so.</param>
    /// <param name="view">Its address and its length.</param>
    /// <param name="start">Int32 or Int64.</param>
    /// <param name="count">Int64.</param>
    internal static void Emit(MethodFrame frame, IRValue[] view, IRValue start, IRValue count)
    {
        if (!frame.Compilation.IsChecked)
            return;
        frame.Ssa.Emit(new IRValue(IROpcode.Check, IRType.Void, ViewIntrinsics.Wide(frame, start), count, view[1])
        {
            ViewName = NameOf(view[0]), Location = frame.Compilation.Location,
        });
    }

    /// <summary>The C# argument that a view comes from, as far as that can be told.</summary>
    private static string NameOf(IRValue address)
    {
        while (address.Opcode == IROpcode.Element)
            address = address.Operands[0];
        return address switch
        {
            { Parameter: { } parameter } => parameter.Name[..parameter.Name.LastIndexOf('.')],
            { Allocation.Kind: IRAllocationKind.Local } => "of local memory",
            { Allocation: not null } => "of shared memory",
            _ => "of one of several buffers",
        };
    }
}
