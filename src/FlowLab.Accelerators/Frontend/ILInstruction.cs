using System.Reflection.Emit;

namespace FlowLab.Accelerators.Frontend;

/// <summary>One decoded instruction.</summary>
/// <param name="Offset">Its place in the IL of the method.</param>
/// <param name="Code">The operation.</param>
/// <param name="Operand">A number, token, argument or local index; of a branch the target offset; bits of a float constant.</param>
/// <param name="Targets">Switch: the target offsets.</param>
/// <param name="Next">The offset of the following instruction.</param>
internal sealed record ILInstruction(int Offset, OpCode Code, long Operand, int[] Targets, int Next)
{
    internal bool IsBranch => Code.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch;

    internal bool EndsBlock => Code.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Return or FlowControl.Throw;

    /// <summary>Control may reach <see cref="Next"/>.</summary>
    internal bool FallsThrough => Code.FlowControl is not (FlowControl.Branch or FlowControl.Return or FlowControl.Throw);

    internal int Token => (int)Operand;

    /// <summary>What the token means in the closed method that this is an instruction of: found once, however often the method is inlined.</summary>
    internal object? Meaning { get; set; }
}
