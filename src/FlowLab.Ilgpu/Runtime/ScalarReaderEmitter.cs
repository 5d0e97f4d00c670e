using System.Reflection;
using System.Reflection.Emit;
using ILGPU.IR;

namespace ILGPU.Runtime;

/// <summary>Emits what takes scalars out of the tuple of a kernel's arguments.</summary>
internal static class ScalarReaderEmitter
{
    private static readonly MethodInfo Item = typeof(Span<long>).GetMethod("get_Item")!;

    internal static ScalarReader<TArguments> Emit<TArguments>(MethodInfo kernel, IReadOnlyList<IRParameter> parameters)
        where TArguments : struct
    {
        var reader = new DynamicMethod(
            $"{kernel.Name}.Scalars", typeof(void), [typeof(TArguments).MakeByRefType(), typeof(Span<long>)], kernel.Module, skipVisibility: true);
        var il = reader.GetILGenerator();
        for (var i = 0; i < parameters.Count; i++)
        {
            il.Emit(OpCodes.Ldarga_S, (byte)1);
            il.Emit(OpCodes.Ldc_I4, i);
            il.Emit(OpCodes.Call, Item);
            ParameterAccess.EmitLoad(il, typeof(TArguments), parameters[i]);
            EmitBits(il, parameters[i].Value.Type);
            il.Emit(OpCodes.Stind_I8);
        }

        il.Emit(OpCodes.Ret);
        return reader.CreateDelegate<ScalarReader<TArguments>>();
    }

    private static void EmitBits(ILGenerator il, IRType type)
    {
        if (type == IRType.Float64)
            il.Emit(OpCodes.Call, typeof(BitConverter).GetMethod(nameof(BitConverter.DoubleToInt64Bits))!);
        if (type == IRType.Float32)
            il.Emit(OpCodes.Call, typeof(BitConverter).GetMethod(nameof(BitConverter.SingleToInt32Bits))!);
        if (type is not (IRType.Int64 or IRType.Float64))
            il.Emit(OpCodes.Conv_I8);
    }
}
