using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Tests.Kernels;

/// <summary>Loads and stores of the interpreter.</summary>
internal static unsafe class IRMemory
{
    internal static long Load(long address, IRType type) => type switch
    {
        IRType.Int8 => *(sbyte*)address,
        IRType.Int16 => *(short*)address,
        IRType.Int32 or IRType.Float32 => *(int*)address,
        _ => *(long*)address,
    };

    internal static void Store(long address, IRType type, long value)
    {
        switch (type)
        {
            case IRType.Int8:
                *(sbyte*)address = (sbyte)value;
                break;
            case IRType.Int16:
                *(short*)address = (short)value;
                break;
            case IRType.Int32 or IRType.Float32:
                *(int*)address = (int)value;
                break;
            default:
                *(long*)address = value;
                break;
        }
    }
}
