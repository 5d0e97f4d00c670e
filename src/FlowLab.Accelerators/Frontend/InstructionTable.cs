using System.Reflection.Emit;

namespace FlowLab.Accelerators.Frontend;

/// <summary>What the frontend does for each IL instruction.</summary>
internal static partial class InstructionTable
{
    private static readonly Action<MethodFrame, ILInstruction>?[] Table = new Action<MethodFrame, ILInstruction>?[512];

    static InstructionTable()
    {
        AddArithmetic();
        AddConversions();
        MethodFrame.AddVariables();
        MethodFrame.AddBranches();
        MethodFrame.AddMemory();
        MethodFrame.AddCalls();
        AddRefusals();
    }

    /// <summary>Null for instructions that kernels do not have.</summary>
    internal static Action<MethodFrame, ILInstruction>? HandlerOf(OpCode code) => Table[ILDecoder.PlaceOf(code)];

    internal static void Add(OpCode code, Action<MethodFrame, ILInstruction> handler) => Table[ILDecoder.PlaceOf(code)] = handler;

    internal static void Add(OpCode[] codes, Action<MethodFrame, ILInstruction> handler)
    {
        foreach (var code in codes)
            Add(code, handler);
    }

    private static void AddRefusals()
    {
        Refuse(KernelRefusal.Allocation, OpCodes.Newarr, OpCodes.Box, OpCodes.Ldelema, OpCodes.Ldelem, OpCodes.Stelem, OpCodes.Ldlen,
            OpCodes.Ldelem_I1, OpCodes.Ldelem_U1, OpCodes.Ldelem_I2, OpCodes.Ldelem_U2, OpCodes.Ldelem_I4, OpCodes.Ldelem_U4,
            OpCodes.Ldelem_I8, OpCodes.Ldelem_R4, OpCodes.Ldelem_R8, OpCodes.Ldelem_Ref, OpCodes.Stelem_I1, OpCodes.Stelem_I2,
            OpCodes.Stelem_I4, OpCodes.Stelem_I8, OpCodes.Stelem_R4, OpCodes.Stelem_R8, OpCodes.Stelem_Ref);
        Add(OpCodes.Ldstr, static (frame, instruction) => frame.LoadText(instruction));
        Refuse(KernelRefusal.Exceptions, OpCodes.Throw, OpCodes.Rethrow, OpCodes.Leave, OpCodes.Leave_S, OpCodes.Endfinally, OpCodes.Ckfinite);
        Refuse(KernelRefusal.ReferenceType, OpCodes.Ldnull, OpCodes.Castclass, OpCodes.Isinst, OpCodes.Unbox, OpCodes.Unbox_Any,
            OpCodes.Ldind_Ref, OpCodes.Stind_Ref, OpCodes.Ldtoken);
        Refuse(KernelRefusal.Virtual, OpCodes.Calli, OpCodes.Ldftn, OpCodes.Ldvirtftn);
        Refuse(KernelRefusal.Pointer, OpCodes.Localloc, OpCodes.Cpblk, OpCodes.Initblk);
    }

    private static void Refuse(KernelRefusal refusal, params OpCode[] codes)
    {
        foreach (var code in codes)
            Add(code, (frame, _) => throw frame.Refuse(refusal, code.Name!));
    }
}
