using System.Reflection;
using System.Reflection.Emit;
using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Launches;

/// <summary>
/// Emits the launcher of a kernel, <c>(Kernel, AcceleratorStream, index or KernelConfig, arguments...)</c>: it takes numbers and views out of the
/// C# arguments, those inside of structs too, writes them into a block on its stack and enters <see cref="LaunchableKernel.Enter"/>. The method is
/// hosted by the kernel's module, so that non-public types work and a collectible module can still unload.
/// </summary>
internal static class LauncherEmitter
{
    private const int FirstArgument = 3;

    private static readonly MethodInfo Enter = typeof(LaunchableKernel).GetMethod(nameof(LaunchableKernel.Enter), BindingFlags.Static | BindingFlags.NonPublic)!;

    internal static DynamicMethod Emit(KernelEntry entry)
    {
        var dimension = entry.IndexType ?? typeof(KernelConfig);
        var launcher = new DynamicMethod(
            $"{entry.Method.Name}.Launch",
            typeof(void),
            [typeof(Kernel), typeof(AcceleratorStream), dimension, .. entry.Method.GetParameters().Skip(entry.FirstArgument).Select(parameter => parameter.ParameterType)],
            entry.Method.Module,
            skipVisibility: true)
        {
            InitLocals = false,
        };
        var il = launcher.GetILGenerator();
        EmitBlock(il, ParameterList.ScalarsOf(entry));
        EmitEnter(il, dimension);
        return launcher;
    }

    private static void EmitBlock(ILGenerator il, IReadOnlyList<IRParameter> scalars)
    {
        il.DeclareLocal(typeof(long*));
        il.Emit(OpCodes.Ldc_I4, Math.Max(1, ParameterList.SlotsOf(scalars)) * ArgumentSlots.SizeInBytes);
        il.Emit(OpCodes.Conv_U);
        il.Emit(OpCodes.Localloc);
        il.Emit(OpCodes.Stloc_0);
        foreach (var scalar in scalars)
        {
            if (scalar.Kind == IRParameterKind.ViewPointer)
                EmitView(il, scalar);
            if (scalar.Kind == IRParameterKind.Scalar)
                EmitNumber(il, scalar);
        }
    }

    private static void EmitNumber(ILGenerator il, IRParameter scalar)
    {
        ArgumentBlock.EmitAddress(il, OpCodes.Ldloc_0, scalar.Slot);
        EmitPath(il, scalar);
        il.Emit(OpCodes.Ldobj, scalar.ClrType);
        if (scalar.Value.Type == IRType.Int64)
            il.Emit(OpCodes.Conv_I8);
        il.Emit(ArgumentBlock.StoreOf(scalar.Value.Type));
    }

    private static void EmitView(ILGenerator il, IRParameter scalar)
    {
        EmitPath(il, scalar);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4, scalar.Argument);
        ArgumentBlock.EmitAddress(il, OpCodes.Ldloc_0, scalar.Slot);
        il.Emit(OpCodes.Call, ArgumentBlock.ViewWriter(scalar.ClrType));
    }

    /// <summary>Pushes the address of the number or view.</summary>
    private static void EmitPath(ILGenerator il, IRParameter scalar)
    {
        il.Emit(OpCodes.Ldarga, (short)(FirstArgument + scalar.Argument - 1));
        foreach (var field in scalar.Path)
            il.Emit(OpCodes.Ldflda, field);
    }

    private static void EmitEnter(ILGenerator il, Type dimension)
    {
        var dimensions = il.DeclareLocal(typeof(LaunchDimensions));
        var of = typeof(LaunchDimensions).GetMethod(nameof(LaunchDimensions.Of), BindingFlags.Static | BindingFlags.NonPublic, [dimension])
            ?? throw new NotSupportedException($"A launch over {dimension.Name} is not supported; use Index1D, Index2D, Index3D or a KernelConfig.");
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Call, of);
        il.Emit(OpCodes.Stloc, dimensions);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldloca, dimensions);
        il.Emit(OpCodes.Ldloc_0);
        il.Emit(OpCodes.Call, Enter);
        il.Emit(OpCodes.Ret);
    }
}
