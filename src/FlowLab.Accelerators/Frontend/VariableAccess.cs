using System.Reflection.Emit;

namespace FlowLab.Accelerators.Frontend;

/// <summary>Which argument or local an instruction means.</summary>
internal static class VariableAccess
{
    internal static bool IsLocalStore(ILInstruction instruction) => instruction.Code.Name!.StartsWith("stloc", StringComparison.Ordinal);

    /// <summary>The index: from the operand, or the last digit of the short forms ldarg.0 to stloc.3.</summary>
    internal static int IndexOf(ILInstruction instruction) =>
        instruction.Code.OperandType == OperandType.InlineNone ? instruction.Code.Name![^1] - '0' : (int)instruction.Operand;
}
