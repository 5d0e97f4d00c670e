using System.Reflection.Emit;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Frontend;

internal static partial class InstructionTable
{
    private static void AddConversions()
    {
        ToInteger(IRType.Int8, true, OpCodes.Conv_I1, OpCodes.Conv_Ovf_I1, OpCodes.Conv_Ovf_I1_Un);
        ToInteger(IRType.Int8, false, OpCodes.Conv_U1, OpCodes.Conv_Ovf_U1, OpCodes.Conv_Ovf_U1_Un);
        ToInteger(IRType.Int16, true, OpCodes.Conv_I2, OpCodes.Conv_Ovf_I2, OpCodes.Conv_Ovf_I2_Un);
        ToInteger(IRType.Int16, false, OpCodes.Conv_U2, OpCodes.Conv_Ovf_U2, OpCodes.Conv_Ovf_U2_Un);
        ToInteger(IRType.Int32, true, OpCodes.Conv_I4, OpCodes.Conv_Ovf_I4, OpCodes.Conv_Ovf_I4_Un);
        ToInteger(IRType.Int32, false, OpCodes.Conv_U4, OpCodes.Conv_Ovf_U4, OpCodes.Conv_Ovf_U4_Un);
        ToInteger(IRType.Int64, true, OpCodes.Conv_I8, OpCodes.Conv_Ovf_I8, OpCodes.Conv_Ovf_I8_Un);
        ToInteger(IRType.Int64, false, OpCodes.Conv_U8, OpCodes.Conv_Ovf_U8, OpCodes.Conv_Ovf_U8_Un);
        ToInteger(IRType.Int64, true, OpCodes.Conv_I, OpCodes.Conv_Ovf_I, OpCodes.Conv_Ovf_I_Un);
        ToInteger(IRType.Int64, false, OpCodes.Conv_U, OpCodes.Conv_Ovf_U, OpCodes.Conv_Ovf_U_Un);
        Add(OpCodes.Conv_R4, (frame, _) => frame.ConvertToFloat(IRType.Float32));
        Add(OpCodes.Conv_R8, (frame, _) => frame.ConvertToFloat(IRType.Float64));
        Add(OpCodes.Conv_R_Un, (frame, _) => frame.ConvertUnsignedToFloat());
    }

    private static void ToInteger(IRType type, bool isSigned, OpCode code, params OpCode[] checkedCodes)
    {
        Add(code, (frame, _) => frame.ConvertToInteger(type, isSigned));
        Add(checkedCodes, (frame, _) =>
        {
            frame.RefuseChecked();
            frame.ConvertToInteger(type, isSigned);
        });
    }
}
