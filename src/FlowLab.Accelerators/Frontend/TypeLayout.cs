using System.Reflection;
using System.Runtime.CompilerServices;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Frontend;

/// <summary>
/// How a C# type falls apart into scalars: a number is one leaf, a view is a pointer and a length, a struct is the leaves of its fields
/// in their order. A ref is one leaf, an address.
/// </summary>
internal sealed class TypeLayout
{
    private TypeLayout(Type type, IReadOnlyList<Leaf> leaves)
    {
        Type = type;
        Leaves = leaves;
    }

    internal Type Type { get; }

    /// <summary>The type of refs to it.</summary>
    internal Type RefType => field ??= Type.MakeByRefType();

    internal IReadOnlyList<Leaf> Leaves { get; }

    /// <summary>The fields of a struct in their order; empty for numbers and views.</summary>
    internal List<FieldPlace> Fields { get; } = [];

    internal bool IsView => IsViewType(Type);

    internal static bool IsViewType(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ArrayView<>);

    /// <summary>The layout; <paramref name="refuse"/> makes the exception for types that have none.</summary>
    internal static TypeLayout Of(Type type, Func<KernelRefusal, string, Exception> refuse)
    {
        if (type.IsByRef)
            return new(type, [new(IRType.Pointer, type)]);
        if (IsViewType(type))
            return new(type, [new(IRType.Pointer, type), new(IRType.Int64, type)]);
        if (ScalarType(type) is { } scalar)
            return new(type, [new(scalar, type)]);
        if (type.IsPointer)
            throw refuse(KernelRefusal.Pointer, type.Name);
        if (!type.IsValueType)
            throw refuse(KernelRefusal.ReferenceType, type.Name);
        return OfStruct(type, refuse);
    }

    internal FieldPlace FieldOf(FieldInfo field)
    {
        var token = field.MetadataToken;
        foreach (var place in Fields)
        {
            if (place.Token == token && place.Field.Module == field.Module)
                return place;
        }

        throw new InvalidOperationException($"{Type} has no field {field.Name}.");
    }

    /// <summary>The type in registers of a number, bool, char, enum or native integer; null for other types.</summary>
    internal static IRType? ScalarType(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => IRType.Bool,
        TypeCode.SByte or TypeCode.Byte or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Char or TypeCode.Int32 or TypeCode.UInt32 => IRType.Int32,
        TypeCode.Int64 or TypeCode.UInt64 => IRType.Int64,
        TypeCode.Single => IRType.Float32,
        TypeCode.Double => IRType.Float64,
        _ => type == typeof(nint) || type == typeof(nuint) ? IRType.Int64 : null,
    };

    /// <summary>The type in memory of a number: small integers are small, a bool is one byte.</summary>
    internal static IRType MemoryType(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean or TypeCode.SByte or TypeCode.Byte => IRType.Int8,
        TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Char => IRType.Int16,
        _ => ScalarType(type)!.Value,
    };

    internal static bool IsSigned(Type type) => Type.GetTypeCode(type) is TypeCode.SByte or TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64;

    private static TypeLayout OfStruct(Type type, Func<KernelRefusal, string, Exception> refuse)
    {
        if (type.IsExplicitLayout || type.IsDefined(typeof(InlineArrayAttribute), false))
            throw refuse(KernelRefusal.Layout, type.Name);
        var leaves = new List<Leaf>();
        var layout = new TypeLayout(type, leaves);
        var fields = type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        Array.Sort(fields, static (left, right) => left.MetadataToken.CompareTo(right.MetadataToken));
        foreach (var field in fields)
        {
            if (field.FieldType.IsByRef)
                throw refuse(KernelRefusal.Pointer, $"{type.Name}.{field.Name}");
            var inner = Of(field.FieldType, refuse);
            layout.Fields.Add(new(field, leaves.Count, inner));
            leaves.AddRange(inner.Leaves);
        }

        return layout;
    }
}
