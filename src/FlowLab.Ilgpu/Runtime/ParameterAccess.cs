using System.Reflection;
using System.Reflection.Emit;
using ILGPU.IR;

namespace ILGPU.Runtime;

/// <summary>Takes a scalar parameter of a kernel out of the tuple of its C# arguments.</summary>
internal static class ParameterAccess
{
    /// <summary>Pushes the scalar; the address of the tuple is the first argument of the emitted method.</summary>
    internal static void EmitLoad(ILGenerator il, Type argumentsType, IRParameter parameter)
    {
        var type = EmitLoadAddress(il, argumentsType, parameter);
        if (parameter.Kind == IRParameterKind.Scalar)
            il.Emit(OpCodes.Ldobj, type);
        else
            EmitViewField(il, type, parameter.Kind);
    }

    /// <summary>Pushes the address of the number or view at the end of the parameter's path; the result is its type.</summary>
    internal static Type EmitLoadAddress(ILGenerator il, Type argumentsType, IRParameter parameter)
    {
        il.Emit(OpCodes.Ldarg_0);
        var type = ArgumentTuple.EmitLoadAddress(il, argumentsType, parameter.Argument - 1);
        foreach (var field in parameter.Path)
        {
            il.Emit(OpCodes.Ldflda, field);
            type = field.FieldType;
        }

        return type;
    }

    private static void EmitViewField(ILGenerator il, Type view, IRParameterKind kind)
    {
        var name = kind == IRParameterKind.ViewPointer ? "_pointer" : "_length";
        il.Emit(OpCodes.Ldfld, view.GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)!);
        il.Emit(OpCodes.Conv_I8);
    }
}
