using System.Reflection.Emit;

namespace ILGPU.Frontend;

/// <summary>What the frontend does for each IL instruction.</summary>
internal static partial class InstructionTable
{
    private static readonly Dictionary<short, Action<MethodFrame, ILInstruction>> Table = [];

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

    internal static IReadOnlyDictionary<short, Action<MethodFrame, ILInstruction>> Handlers => Table;

    internal static void Add(OpCode code, Action<MethodFrame, ILInstruction> handler) => Table[code.Value] = handler;

    internal static void Add(ReadOnlySpan<OpCode> codes, Action<MethodFrame, ILInstruction> handler)
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
        Add(OpCodes.Ldstr, static (frame, instruction) => throw frame.RefuseText(instruction));
        Refuse(KernelRefusal.Exceptions, OpCodes.Throw, OpCodes.Rethrow, OpCodes.Leave, OpCodes.Leave_S, OpCodes.Endfinally, OpCodes.Ckfinite);
        Refuse(KernelRefusal.ReferenceType, OpCodes.Ldnull, OpCodes.Castclass, OpCodes.Isinst, OpCodes.Unbox, OpCodes.Unbox_Any,
            OpCodes.Ldind_Ref, OpCodes.Stind_Ref, OpCodes.Ldtoken);
        Refuse(KernelRefusal.Virtual, OpCodes.Calli, OpCodes.Ldftn, OpCodes.Ldvirtftn);
        Refuse(KernelRefusal.Pointer, OpCodes.Localloc, OpCodes.Cpblk, OpCodes.Initblk);
    }

    private static void Refuse(KernelRefusal refusal, params ReadOnlySpan<OpCode> codes)
    {
        foreach (var code in codes)
            Add(code, (frame, _) => throw frame.Refuse(refusal, code.Name!));
    }
}
