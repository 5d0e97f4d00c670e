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

    /// <summary>The value tuple of these items.</summary>
    internal static Type TypeOf(ReadOnlySpan<Type> items) => items.Length <= ItemsPerTuple
        ? Definition(items.Length).MakeGenericType(items.ToArray())
        : Definition(ItemsPerTuple + 1).MakeGenericType([.. items[..ItemsPerTuple], TypeOf(items[ItemsPerTuple..])]);

    private static Type Definition(int items) => typeof(ValueTuple).Assembly.GetType($"System.ValueTuple`{items}", throwOnError: true)!;

    private static Type EmitField(ILGenerator il, Type tupleType, string name)
    {
        var field = tupleType.GetField(name)!;
        il.Emit(OpCodes.Ldflda, field);
        return field.FieldType;
    }
}
