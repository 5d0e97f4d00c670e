using System.Reflection.Emit;

namespace ILGPU.Runtime;

/// <summary>Access to the items of a value tuple of any length; from the eighth on they live in a nested tuple.</summary>
internal static class ArgumentTuple
{
    private const int ItemsPerTuple = 7;

    /// <summary>Replaces the tuple address on the stack with the address of its item; returns the item's type.</summary>
    internal static Type EmitLoadAddress(ILGenerator il, Type tupleType, int item)
    {
        for (; item >= ItemsPerTuple; item -= ItemsPerTuple)
            tupleType = EmitField(il, tupleType, "Rest");
        return EmitField(il, tupleType, $"Item{item + 1}");
    }

    private static Type EmitField(ILGenerator il, Type tupleType, string name)
    {
        var field = tupleType.GetField(name)!;
        il.Emit(OpCodes.Ldflda, field);
        return field.FieldType;
    }
}
