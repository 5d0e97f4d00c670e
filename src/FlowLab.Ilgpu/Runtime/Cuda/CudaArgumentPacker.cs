using System.Reflection.Emit;
using ILGPU.Backends.Cuda;
using ILGPU.IR;

namespace ILGPU.Runtime.Cuda;

/// <summary>Writes the C# arguments of a launch into the buffer of the kernel's arguments.</summary>
internal unsafe delegate void CudaPack<TArguments>(in TArguments arguments, byte* buffer)
    where TArguments : struct;

/// <summary>Emits the packing of the C# arguments of a kernel, also of those inside of structs.</summary>
internal static unsafe class CudaArgumentPacker
{
    internal static CudaPack<TArguments> Emit<TArguments>(KernelEntry entry, PtxSource source)
        where TArguments : struct
    {
        var pack = new DynamicMethod(
            $"{entry.Method.Name}.Pack", typeof(void), [typeof(TArguments).MakeByRefType(), typeof(byte*)], entry.Method.Module, skipVisibility: true);
        var il = pack.GetILGenerator();
        foreach (var argument in source.Arguments.Where(argument => argument.Source is not null))
            EmitArgument(il, typeof(TArguments), argument);
        il.Emit(OpCodes.Ret);
        return pack.CreateDelegate<CudaPack<TArguments>>();
    }

    /// <summary>How many instances an index space has, and along which axes.</summary>
    internal static void WriteExtents(PtxSource source, in LaunchDimensions dimensions, byte* buffer)
    {
        foreach (var argument in source.Extents)
        {
            var value = argument.Kind switch
            {
                PtxArgumentKind.Count => dimensions.Count,
                PtxArgumentKind.ExtentX => dimensions.X,
                _ => dimensions.Y,
            };
            if (argument.SizeInBytes == sizeof(long))
                *(long*)(buffer + argument.Offset) = value;
            else
                *(int*)(buffer + argument.Offset) = (int)value;
        }
    }

    private static void EmitArgument(ILGenerator il, Type argumentsType, PtxArgument argument)
    {
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldc_I4, argument.Offset);
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Add);
        ParameterAccess.EmitLoad(il, argumentsType, argument.Source!);
        il.Emit(argument.Type switch
        {
            IRType.Int64 or IRType.Pointer => OpCodes.Stind_I8,
            IRType.Float32 => OpCodes.Stind_R4,
            IRType.Float64 => OpCodes.Stind_R8,
            _ => OpCodes.Stind_I4,
        });
    }
}
