using System.Reflection.Emit;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Frontend;

internal static partial class InstructionTable
{
    private static void AddArithmetic()
    {
        Binary(OpCodes.Add, IROpcode.Add);
        Binary(OpCodes.Sub, IROpcode.Sub);
        Binary(OpCodes.Mul, IROpcode.Mul);
        Binary(OpCodes.Div, IROpcode.DivS);
        Binary(OpCodes.Div_Un, IROpcode.DivU);
        Binary(OpCodes.Rem, IROpcode.RemS);
        Binary(OpCodes.Rem_Un, IROpcode.RemU);
        Binary(OpCodes.And, IROpcode.And);
        Binary(OpCodes.Or, IROpcode.Or);
        Binary(OpCodes.Xor, IROpcode.Xor);
        Checked(OpCodes.Add_Ovf, IROpcode.Add);
        Checked(OpCodes.Add_Ovf_Un, IROpcode.Add);
        Checked(OpCodes.Sub_Ovf, IROpcode.Sub);
        Checked(OpCodes.Sub_Ovf_Un, IROpcode.Sub);
        Checked(OpCodes.Mul_Ovf, IROpcode.Mul);
        Checked(OpCodes.Mul_Ovf_Un, IROpcode.Mul);
        Add(OpCodes.Shl, (frame, _) => frame.Shift(IROpcode.Shl));
        Add(OpCodes.Shr, (frame, _) => frame.Shift(IROpcode.ShrS));
        Add(OpCodes.Shr_Un, (frame, _) => frame.Shift(IROpcode.ShrU));
        Add(OpCodes.Neg, (frame, _) => frame.Unary(IROpcode.Neg));
        Add(OpCodes.Not, (frame, _) => frame.Unary(IROpcode.Not));
        Add(OpCodes.Ceq, (frame, _) => frame.Compare(IROpcode.CmpEq));
        Add(OpCodes.Cgt, (frame, _) => frame.Compare(IROpcode.CmpGtS));
        Add(OpCodes.Cgt_Un, (frame, _) => frame.Compare(IROpcode.CmpGtU));
        Add(OpCodes.Clt, (frame, _) => frame.Compare(IROpcode.CmpLtS));
        Add(OpCodes.Clt_Un, (frame, _) => frame.Compare(IROpcode.CmpLtU));
    }

    private static void Binary(OpCode code, IROpcode opcode) => Add(code, (frame, _) => frame.Binary(opcode));

    private static void Checked(OpCode code, IROpcode opcode) => Add(code, (frame, _) =>
    {
        frame.RefuseChecked();
        frame.Binary(opcode);
    });
}
