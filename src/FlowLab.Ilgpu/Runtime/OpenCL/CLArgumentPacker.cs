using System.Reflection;
using System.Reflection.Emit;
using ILGPU.Backends.OpenCL;
using ILGPU.IR;

namespace ILGPU.Runtime.OpenCL;

/// <summary>Writes the arguments of a launch to where the kernel's are set from, 8 bytes each.</summary>
internal unsafe delegate void CLPack<TArguments>(in TArguments arguments, long* values)
    where TArguments : struct;

/// <summary>Emits the packing of the C# arguments of a kernel, also of those inside of structs.</summary>
internal static class CLArgumentPacker
{
    private static readonly MethodInfo Handle = typeof(CLArgumentPacker).GetMethod(nameof(HandleOf), BindingFlags.Static | BindingFlags.NonPublic)!;
    private static readonly MethodInfo Offset = typeof(CLArgumentPacker).GetMethod(nameof(OffsetOf), BindingFlags.Static | BindingFlags.NonPublic)!;

    internal static CLPack<TArguments> Emit<TArguments>(KernelEntry entry, OpenClSource source)
        where TArguments : struct
    {
        var pack = new DynamicMethod(
            $"{entry.Method.Name}.Pack", typeof(void), [typeof(TArguments).MakeByRefType(), typeof(long*)], entry.Method.Module, skipVisibility: true);
        var il = pack.GetILGenerator();
        for (var i = 0; i < source.Arguments.Count; i++)
        {
            if (source.Arguments[i].Parameter is { } parameter)
                EmitArgument(il, typeof(TArguments), parameter, source.Arguments[i].Kind, i);
        }

        il.Emit(OpCodes.Ret);
        return pack.CreateDelegate<CLPack<TArguments>>();
    }

    private static void EmitArgument(ILGenerator il, Type argumentsType, IRParameter parameter, OpenClArgumentKind kind, int index)
    {
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldc_I4, index * sizeof(long));
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Add);
        if (kind is OpenClArgumentKind.Buffer or OpenClArgumentKind.Offset)
        {
            var view = ParameterAccess.EmitLoadAddress(il, argumentsType, parameter);
            il.Emit(OpCodes.Call, (kind == OpenClArgumentKind.Buffer ? Handle : Offset).MakeGenericMethod(view.GetGenericArguments()));
            il.Emit(OpCodes.Stind_I8);
        }
        else
        {
            ParameterAccess.EmitLoad(il, argumentsType, parameter);
            EmitStore(il, parameter.Value.Type);
        }
    }

    private static void EmitStore(ILGenerator il, IRType type)
    {
        if (type == IRType.Int64)
            il.Emit(OpCodes.Conv_I8);
        il.Emit(type switch
        {
            IRType.Int64 => OpCodes.Stind_I8,
            IRType.Float32 => OpCodes.Stind_R4,
            IRType.Float64 => OpCodes.Stind_R8,
            _ => OpCodes.Stind_I4,
        });
    }

    private static long HandleOf<T>(in ArrayView<T> view)
        where T : unmanaged =>
        view.Buffer is { } buffer ? buffer.NativePtr : 0;

    private static long OffsetOf<T>(in ArrayView<T> view)
        where T : unmanaged =>
        view.OffsetInBytes;
}
