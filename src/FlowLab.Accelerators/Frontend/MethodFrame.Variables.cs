using System.Reflection.Emit;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Frontend;

/// <summary>Constants, arguments, locals and branches.</summary>
internal sealed partial class MethodFrame
{
    internal static void AddVariables()
    {
        InstructionTable.Add([OpCodes.Nop, OpCodes.Break, OpCodes.Volatile, OpCodes.Unaligned, OpCodes.Readonly, OpCodes.Tailcall], static (_, _) => { });
        InstructionTable.Add([OpCodes.Ldarg, OpCodes.Ldarg_S, OpCodes.Ldarg_0, OpCodes.Ldarg_1, OpCodes.Ldarg_2, OpCodes.Ldarg_3],
            static (frame, instruction) => frame.LoadVariable(frame._arguments[VariableAccess.IndexOf(instruction)]));
        InstructionTable.Add([OpCodes.Ldloc, OpCodes.Ldloc_S, OpCodes.Ldloc_0, OpCodes.Ldloc_1, OpCodes.Ldloc_2, OpCodes.Ldloc_3],
            static (frame, instruction) => frame.LoadVariable(frame._locals[VariableAccess.IndexOf(instruction)]));
        InstructionTable.Add([OpCodes.Stloc, OpCodes.Stloc_S, OpCodes.Stloc_0, OpCodes.Stloc_1, OpCodes.Stloc_2, OpCodes.Stloc_3],
            static (frame, instruction) => frame.StoreVariable(frame._locals[VariableAccess.IndexOf(instruction)]));
        InstructionTable.Add([OpCodes.Starg, OpCodes.Starg_S],
            static (frame, instruction) => frame.StoreVariable(frame._arguments[VariableAccess.IndexOf(instruction)]));
        InstructionTable.Add([OpCodes.Ldarga, OpCodes.Ldarga_S],
            static (frame, instruction) => frame.LoadAddress(frame._arguments[VariableAccess.IndexOf(instruction)]));
        InstructionTable.Add([OpCodes.Ldloca, OpCodes.Ldloca_S],
            static (frame, instruction) => frame.LoadAddress(frame._locals[VariableAccess.IndexOf(instruction)]));
        InstructionTable.Add([OpCodes.Ldc_I4, OpCodes.Ldc_I4_S], static (frame, instruction) => frame.Push(frame.Kernel.Const((int)instruction.Operand)));
        InstructionTable.Add(
            [OpCodes.Ldc_I4_0, OpCodes.Ldc_I4_1, OpCodes.Ldc_I4_2, OpCodes.Ldc_I4_3, OpCodes.Ldc_I4_4, OpCodes.Ldc_I4_5, OpCodes.Ldc_I4_6,
                OpCodes.Ldc_I4_7, OpCodes.Ldc_I4_8],
            static (frame, instruction) => frame.Push(frame.Kernel.Const(instruction.Code.Value - OpCodes.Ldc_I4_0.Value)));
        InstructionTable.Add(OpCodes.Ldc_I4_M1, static (frame, _) => frame.Push(frame.Kernel.Const(-1)));
        InstructionTable.Add(OpCodes.Ldc_I8, static (frame, instruction) => frame.Push(frame.Kernel.Const(instruction.Operand)));
        InstructionTable.Add(OpCodes.Ldc_R4, static (frame, instruction) => frame.Push(frame.Kernel.Const(IRType.Float32, (int)instruction.Operand)));
        InstructionTable.Add(OpCodes.Ldc_R8, static (frame, instruction) => frame.Push(frame.Kernel.Const(IRType.Float64, instruction.Operand)));
        InstructionTable.Add(OpCodes.Dup, static (frame, _) => frame.Push(frame._stack.Peek()));
        InstructionTable.Add(OpCodes.Pop, static (frame, _) => frame.Pop());
    }

    internal static void AddBranches()
    {
        InstructionTable.Add([OpCodes.Br, OpCodes.Br_S], static (frame, instruction) => frame.Jump(frame._body.BlockAt((int)instruction.Operand)));
        InstructionTable.Add([OpCodes.Brtrue, OpCodes.Brtrue_S], static (frame, instruction) => frame.BranchIf(instruction, frame.AsBool(frame.PopNumber())));
        InstructionTable.Add([OpCodes.Brfalse, OpCodes.Brfalse_S], static (frame, instruction) =>
            frame.BranchIf(instruction, frame.Emit(IROpcode.Not, IRType.Bool, frame.AsBool(frame.PopNumber()))));
        AddBranch(IROpcode.CmpEq, OpCodes.Beq, OpCodes.Beq_S);
        AddBranch(IROpcode.CmpNe, OpCodes.Bne_Un, OpCodes.Bne_Un_S);
        AddBranch(IROpcode.CmpLtS, OpCodes.Blt, OpCodes.Blt_S);
        AddBranch(IROpcode.CmpLtU, OpCodes.Blt_Un, OpCodes.Blt_Un_S);
        AddBranch(IROpcode.CmpLeS, OpCodes.Ble, OpCodes.Ble_S);
        AddBranch(IROpcode.CmpLeU, OpCodes.Ble_Un, OpCodes.Ble_Un_S);
        AddBranch(IROpcode.CmpGtS, OpCodes.Bgt, OpCodes.Bgt_S);
        AddBranch(IROpcode.CmpGtU, OpCodes.Bgt_Un, OpCodes.Bgt_Un_S);
        AddBranch(IROpcode.CmpGeS, OpCodes.Bge, OpCodes.Bge_S);
        AddBranch(IROpcode.CmpGeU, OpCodes.Bge_Un, OpCodes.Bge_Un_S);
        InstructionTable.Add(OpCodes.Switch, static (frame, instruction) => frame.Switch(instruction));
        InstructionTable.Add(OpCodes.Ret, static (frame, _) => frame.Return());
    }

    private static void AddBranch(IROpcode opcode, OpCode code, OpCode shortCode) => InstructionTable.Add([code, shortCode], (frame, instruction) =>
    {
        frame.Compare(opcode);
        frame.BranchIf(instruction, frame.Pop().Scalar);
    });

    private void BranchIf(ILInstruction instruction, IRValue condition) =>
        Branch(condition, _body.BlockAt((int)instruction.Operand), _body.BlockAt(instruction.Next));

    private void LoadVariable(Variable variable) => Push(new KernelValue(variable.Layout.Type, variable.Read(Ssa)));

    private void StoreVariable(Variable variable) => variable.Write(Ssa, Coerce(Pop(), variable.Layout).Leaves);

    private void LoadAddress(Variable variable) => Push(Compilation.RefTo(variable.Target(Ssa)));
}
