using System.Reflection;
using System.Reflection.Emit;

namespace ILGPU.Runtime.CPU;

/// <summary>
/// Emits the loop around a kernel method as if it were written by hand:
/// <c>index = At(from, extent); for (; from &lt; to; from++) { kernel(index, a1, a2, ...); index = Next(index, extent); }</c>.
/// The method is hosted by the kernel's module, so that non-public kernels work and a collectible module can still unload.
/// </summary>
internal static class RangeBodyEmitter
{
    internal static RangeBody<TIndex, TArguments> Emit<TIndex, TArguments>(MethodInfo kernel)
        where TIndex : struct
        where TArguments : struct
    {
        var body = new DynamicMethod(
            $"{kernel.Name}.Range",
            typeof(void),
            [typeof(TArguments).MakeByRefType(), typeof(TIndex), typeof(long), typeof(long)],
            kernel.Module,
            skipVisibility: true);
        EmitLoop(body.GetILGenerator(), kernel, typeof(TIndex), typeof(TArguments));
        return body.CreateDelegate<RangeBody<TIndex, TArguments>>();
    }

    private static void EmitLoop(ILGenerator il, MethodInfo kernel, Type indexType, Type argumentsType)
    {
        var index = il.DeclareLocal(indexType);
        var arguments = EmitArgumentLocals(il, argumentsType, kernel.GetParameters().Length - 1);
        var (test, next) = (il.DefineLabel(), il.DefineLabel());
        EmitStep(il, OpCodes.Ldarg_2, null, index, nameof(IndexSpace.At));
        il.Emit(OpCodes.Br, test);
        il.MarkLabel(next);
        EmitCall(il, kernel, index, arguments);
        EmitStep(il, OpCodes.Ldloc, index, index, nameof(IndexSpace.Next));
        EmitIncrement(il);
        il.MarkLabel(test);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Ldarg_3);
        il.Emit(OpCodes.Blt, next);
        il.Emit(OpCodes.Ret);
    }

    private static LocalBuilder[] EmitArgumentLocals(ILGenerator il, Type argumentsType, int count)
    {
        var locals = new LocalBuilder[count];
        for (var i = 0; i < count; i++)
        {
            il.Emit(OpCodes.Ldarg_0);
            locals[i] = il.DeclareLocal(ArgumentTuple.EmitLoadAddress(il, argumentsType, i));
            il.Emit(OpCodes.Ldobj, locals[i].LocalType);
            il.Emit(OpCodes.Stloc, locals[i]);
        }

        return locals;
    }

    private static void EmitStep(ILGenerator il, OpCode load, LocalBuilder? source, LocalBuilder index, string step)
    {
        var first = source is null ? typeof(long) : index.LocalType;
        if (source is null)
            il.Emit(load);
        else
            il.Emit(load, source);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Call, StepOf(step, first, index.LocalType));
        il.Emit(OpCodes.Stloc, index);
    }

    private static MethodInfo StepOf(string name, Type first, Type extent) =>
        typeof(IndexSpace).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic, [first, extent])
        ?? throw new NotSupportedException($"A launch over {extent.Name} is not supported; use Index1D, Index2D, Index3D or LongIndex1D.");

    private static void EmitCall(ILGenerator il, MethodInfo kernel, LocalBuilder index, LocalBuilder[] arguments)
    {
        il.Emit(OpCodes.Ldloc, index);
        foreach (var argument in arguments)
            il.Emit(OpCodes.Ldloc, argument);
        il.Emit(OpCodes.Call, kernel);
    }

    private static void EmitIncrement(ILGenerator il)
    {
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Conv_I8);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Starg_S, (byte)2);
    }
}
