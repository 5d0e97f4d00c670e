using System.Reflection;
using System.Reflection.Emit;

namespace ILGPU.Runtime.CPU;

/// <summary>
/// Emits the loop around a kernel method as if it were written by hand:
/// <c>extent = ToIndex(dimensions); index = At(from, extent); for (; from &lt; to; from++) { kernel(index, a1, a2, ...); index = Next(index, extent); }</c>.
/// A kernel without index is just called, with the places that <see cref="KernelThread.Current"/> has.
/// The method is hosted by the kernel's module, so that non-public kernels work and a collectible module can still unload.
/// </summary>
internal static class RangeBodyEmitter
{
    internal static RangeBody<TArguments> Emit<TArguments>(KernelEntry entry)
        where TArguments : struct
    {
        var kernel = entry.Method;
        var body = new DynamicMethod(
            $"{kernel.Name}.Range",
            typeof(void),
            [typeof(TArguments).MakeByRefType(), typeof(LaunchDimensions).MakeByRefType(), typeof(long), typeof(long)],
            kernel.Module,
            skipVisibility: true);
        if (entry.IndexType is { } indexType)
            EmitLoop(body.GetILGenerator(), kernel, indexType, typeof(TArguments));
        else
            EmitOnce(body.GetILGenerator(), kernel, typeof(TArguments));
        return body.CreateDelegate<RangeBody<TArguments>>();
    }

    private static void EmitOnce(ILGenerator il, MethodInfo kernel, Type argumentsType)
    {
        foreach (var argument in EmitArgumentLocals(il, argumentsType, kernel.GetParameters().Length))
            il.Emit(OpCodes.Ldloc, argument);
        il.Emit(OpCodes.Call, kernel);
        il.Emit(OpCodes.Ret);
    }

    private static void EmitLoop(ILGenerator il, MethodInfo kernel, Type indexType, Type argumentsType)
    {
        var (index, extent) = (il.DeclareLocal(indexType), EmitExtent(il, indexType));
        var arguments = EmitArgumentLocals(il, argumentsType, kernel.GetParameters().Length - 1);
        var (test, next) = (il.DefineLabel(), il.DefineLabel());
        EmitStep(il, null, index, extent, nameof(IndexSpace.At));
        il.Emit(OpCodes.Br, test);
        il.MarkLabel(next);
        EmitCall(il, kernel, index, arguments);
        EmitStep(il, index, index, extent, nameof(IndexSpace.Next));
        EmitIncrement(il);
        il.MarkLabel(test);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Ldarg_3);
        il.Emit(OpCodes.Blt, next);
        il.Emit(OpCodes.Ret);
    }

    private static LocalBuilder EmitExtent(ILGenerator il, Type indexType)
    {
        var extent = il.DeclareLocal(indexType);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Call, StepOf($"To{indexType.Name}", indexType, typeof(LaunchDimensions).MakeByRefType()));
        il.Emit(OpCodes.Stloc, extent);
        return extent;
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

    private static void EmitStep(ILGenerator il, LocalBuilder? source, LocalBuilder index, LocalBuilder extent, string step)
    {
        if (source is null)
            il.Emit(OpCodes.Ldarg_2);
        else
            il.Emit(OpCodes.Ldloc, source);
        il.Emit(OpCodes.Ldloc, extent);
        il.Emit(OpCodes.Call, StepOf(step, index.LocalType, source?.LocalType ?? typeof(long), extent.LocalType));
        il.Emit(OpCodes.Stloc, index);
    }

    private static MethodInfo StepOf(string name, Type indexType, params Type[] parameters) =>
        typeof(IndexSpace).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic, parameters)
        ?? throw new NotSupportedException($"A launch over {indexType.Name} is not supported; use Index1D, Index2D, Index3D or LongIndex1D.");

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
