using System.Reflection;
using System.Reflection.Emit;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Frontend;

/// <summary>Refs, fields and memory.</summary>
internal sealed partial class MethodFrame
{
    internal static void AddMemory()
    {
        AddIndirect(typeof(sbyte), OpCodes.Ldind_I1, OpCodes.Stind_I1);
        AddIndirect(typeof(byte), OpCodes.Ldind_U1, null);
        AddIndirect(typeof(short), OpCodes.Ldind_I2, OpCodes.Stind_I2);
        AddIndirect(typeof(ushort), OpCodes.Ldind_U2, null);
        AddIndirect(typeof(int), OpCodes.Ldind_I4, OpCodes.Stind_I4);
        AddIndirect(typeof(uint), OpCodes.Ldind_U4, null);
        AddIndirect(typeof(long), OpCodes.Ldind_I8, OpCodes.Stind_I8);
        AddIndirect(typeof(nint), OpCodes.Ldind_I, OpCodes.Stind_I);
        AddIndirect(typeof(float), OpCodes.Ldind_R4, OpCodes.Stind_R4);
        AddIndirect(typeof(double), OpCodes.Ldind_R8, OpCodes.Stind_R8);
        InstructionTable.Add(OpCodes.Ldobj, static (frame, instruction) => frame.Push(frame.LoadThrough(frame.Pop(), frame.TypeOf(instruction))));
        InstructionTable.Add(OpCodes.Stobj, static (frame, instruction) => frame.StoreThrough(frame.TypeOf(instruction)));
        InstructionTable.Add(OpCodes.Cpobj, static (frame, instruction) =>
        {
            frame.Push(frame.LoadThrough(frame.Pop(), frame.TypeOf(instruction)));
            frame.StoreThrough(frame.TypeOf(instruction));
        });
        InstructionTable.Add(OpCodes.Initobj, static (frame, instruction) =>
        {
            var type = frame.TypeOf(instruction);
            frame.StoreThrough(frame.Pop(), type, frame._compilation.Zero(frame._compilation.LayoutOf(type)));
        });
        InstructionTable.Add(OpCodes.Sizeof, static (frame, instruction) =>
            frame.Push(frame.Kernel.Const(MemoryLayout.SizeOf(frame.TypeOf(instruction)))));
        InstructionTable.Add(OpCodes.Ldfld, static (frame, instruction) => frame.LoadField(frame.FieldOf(instruction)));
        InstructionTable.Add(OpCodes.Ldflda, static (frame, instruction) => frame.Push(frame.FieldAddress(frame.Pop(), frame.FieldOf(instruction))));
        InstructionTable.Add(OpCodes.Stfld, static (frame, instruction) => frame.StoreField(frame.FieldOf(instruction)));
        InstructionTable.Add(OpCodes.Ldsfld, static (frame, instruction) => frame.Push(frame.StaticValue(frame.FieldOf(instruction))));
        InstructionTable.Add(OpCodes.Ldsflda, static (frame, instruction) => frame.LoadStaticAddress(frame.FieldOf(instruction)));
        InstructionTable.Add(OpCodes.Stsfld, static (frame, instruction) =>
            throw frame.Refuse(KernelRefusal.StaticField, NameOf(frame.FieldOf(instruction))));
    }

    /// <summary>Reads a value of a type through a ref.</summary>
    internal KernelValue LoadThrough(KernelValue address, Type type)
    {
        if (Compilation.TargetOf(AddressOf(address)) is { } target)
            return ValueOf(target);
        var layout = _compilation.LayoutOf(type);
        var leaves = new List<IRValue>(layout.Leaves.Count);
        LoadLeaves(address.Scalar, 0, layout, leaves);
        return new(type, [.. leaves]);
    }

    private KernelValue ValueOf(RefTarget target) => target switch
    {
        SlotTarget slots => new(slots.Layout.Type, Ssa.ReadAll(slots.FirstSlot, slots.Layout.Leaves.Count)),
        FrozenTarget frozen => new(frozen.Layout.Type, frozen.Leaves.ToArray()),
        _ => throw new InvalidOperationException($"A ref to {target.Layout.Type} means nothing."),
    };

    internal void StoreThrough(KernelValue address, Type type, KernelValue value)
    {
        switch (Compilation.TargetOf(AddressOf(address)))
        {
            case SlotTarget slots:
                Ssa.WriteAll(slots.FirstSlot, Coerce(value, slots.Layout).Leaves);
                break;
            case FrozenTarget frozen:
                throw new ThawException(frozen.Key);
            default:
                var layout = _compilation.LayoutOf(type);
                StoreLeaves(address.Scalar, 0, layout, Coerce(value, layout).Leaves);
                break;
        }
    }

    /// <summary>The address that a ref is, which must not mean a local variable.</summary>
    internal IRValue MemoryAddressOf(KernelValue address, KernelRefusal refusal, string detail)
    {
        var scalar = AddressOf(address);
        return Compilation.TargetOf(scalar) is null ? scalar : throw Refuse(refusal, detail);
    }

    private static void AddIndirect(Type type, OpCode load, OpCode? store)
    {
        InstructionTable.Add(load, (frame, _) => frame.Push(frame.LoadThrough(frame.Pop(), type)));
        if (store is { } code)
            InstructionTable.Add(code, (frame, _) => frame.StoreThrough(type));
    }

    private static string NameOf(FieldInfo field) => $"{field.DeclaringType?.Name}.{field.Name}";

    private IRValue AddressOf(KernelValue value) => value.Leaves is [{ Type: IRType.Pointer } address] && !TypeLayout.IsViewType(value.Type)
        ? address
        : throw Refuse(KernelRefusal.Pointer, value.Type.Name);

    private void StoreThrough(Type type)
    {
        var value = Pop();
        StoreThrough(Pop(), type, value);
    }

    private void LoadField(FieldInfo field)
    {
        var value = Pop();
        if (value.Leaves is [RefSymbol symbol])
            value = ValueOf(FieldTarget(symbol.Target, field));
        else if (value.Leaves is [{ Type: IRType.Pointer }] && value.Type.IsByRef)
            value = LoadThrough(FieldAddress(value, field), field.FieldType);
        else
            value = FieldOf(value, field);
        Push(value);
    }

    private KernelValue FieldOf(KernelValue value, FieldInfo field)
    {
        var (_, first, layout) = StructOf(value.Type, field).FieldOf(field);
        return new(layout.Type, value.Leaves[first..(first + layout.Leaves.Count)]);
    }

    private void StoreField(FieldInfo field)
    {
        var value = Pop();
        StoreThrough(FieldAddress(Pop(), field), field.FieldType, value);
    }

    private KernelValue FieldAddress(KernelValue address, FieldInfo field)
    {
        if (Compilation.TargetOf(AddressOf(address)) is { } target)
            return Compilation.RefTo(FieldTarget(target, field));
        StructOf(field.DeclaringType!, field);
        return new(field.FieldType.MakeByRefType(), [AtOffset(address.Scalar, MemoryLayout.OffsetOf(field))]);
    }

    private RefTarget FieldTarget(RefTarget target, FieldInfo field)
    {
        StructOf(field.DeclaringType!, field);
        return target.Field(field);
    }

    private TypeLayout StructOf(Type type, FieldInfo field)
    {
        if (TypeLayout.IsViewType(type))
            throw Refuse(KernelRefusal.Framework, NameOf(field));
        return type.IsValueType ? _compilation.LayoutOf(type) : throw Refuse(KernelRefusal.ReferenceType, NameOf(field));
    }

    private IRValue AtOffset(IRValue address, long byteOffset)
    {
        if (byteOffset == 0)
            return address;
        var isElement = address.Opcode == IROpcode.Element;
        return Ssa.Emit(new IRValue(IROpcode.Element, IRType.Pointer, isElement ? address.Operands[0] : address,
            isElement ? address.Operands[1] : Kernel.Const(0))
        {
            ElementSize = isElement ? address.ElementSize : 1,
            ByteOffset = byteOffset + (isElement ? address.ByteOffset : 0),
            Location = _compilation.Location,
        });
    }

    private void LoadLeaves(IRValue address, long offset, TypeLayout layout, List<IRValue> leaves)
    {
        if (TypeLayout.ScalarType(layout.Type) is { } type)
            leaves.Add(LoadScalar(AtOffset(address, offset), type, layout.Type));
        else if (layout.IsView || layout.Type.IsByRef)
            throw Refuse(KernelRefusal.Pointer, $"a buffer of {layout.Type.Name}");
        foreach (var (field, _, inner) in layout.Fields)
            LoadLeaves(address, offset + MemoryLayout.OffsetOf(field), inner, leaves);
    }

    private IRValue LoadScalar(IRValue address, IRType type, Type clrType)
    {
        var memoryType = TypeLayout.MemoryType(clrType);
        var value = Ssa.Emit(new IRValue(IROpcode.Load, memoryType, address)
        {
            Alignment = memoryType.SizeInBytes, Location = _compilation.Location,
        });
        if (!memoryType.IsSmallInteger)
            return value;
        var wide = Emit(TypeLayout.IsSigned(clrType) ? IROpcode.SExt : IROpcode.ZExt, IRType.Int32, value);
        return type == IRType.Bool ? AsBool(wide) : wide;
    }

    private void StoreLeaves(IRValue address, long offset, TypeLayout layout, ReadOnlySpan<IRValue> leaves)
    {
        if (TypeLayout.ScalarType(layout.Type) is not null)
            StoreScalar(AtOffset(address, offset), leaves[0], TypeLayout.MemoryType(layout.Type));
        else if (layout.IsView || layout.Type.IsByRef)
            throw Refuse(KernelRefusal.Pointer, $"a buffer of {layout.Type.Name}");
        foreach (var (field, first, inner) in layout.Fields)
            StoreLeaves(address, offset + MemoryLayout.OffsetOf(field), inner, leaves.Slice(first, inner.Leaves.Count));
    }

    private void StoreScalar(IRValue address, IRValue value, IRType memoryType)
    {
        if (memoryType.IsSmallInteger)
            value = Emit(value.Type == IRType.Bool ? IROpcode.ZExt : IROpcode.Trunc, memoryType, value);
        Ssa.Emit(new IRValue(IROpcode.Store, IRType.Void, address, value)
        {
            Alignment = memoryType.SizeInBytes, Location = _compilation.Location,
        });
    }

    private void LoadStaticAddress(FieldInfo field)
    {
        var value = StaticValue(field);
        Push(Compilation.RefTo(new FrozenTarget(_compilation.LayoutOf(value.Type), value.Leaves, new(Method, false, -1 - field.MetadataToken))));
    }

    /// <summary>The value of a static readonly field, which is a constant of the kernel.</summary>
    private KernelValue StaticValue(FieldInfo field)
    {
        if (typeof(Delegate).IsAssignableFrom(field.FieldType))
            throw Refuse(KernelRefusal.Virtual, "a lambda or delegate");
        if (!field.IsInitOnly && !field.IsLiteral)
            throw Refuse(KernelRefusal.StaticField, NameOf(field));
        var layout = _compilation.LayoutOf(field.FieldType);
        var leaves = new List<IRValue>();
        AddConstants(layout, field.GetValue(null)!, leaves);
        return new(field.FieldType, [.. leaves]);
    }

    private void AddConstants(TypeLayout layout, object value, List<IRValue> leaves)
    {
        if (TypeLayout.ScalarType(layout.Type) is { } type)
            leaves.Add(Kernel.Const(type, ConstantBits.Of(value)));
        else if (layout.IsView && !value.Equals(Activator.CreateInstance(layout.Type)))
            throw Refuse(KernelRefusal.StaticField, $"a view in {layout.Type.Name}");
        else if (layout.IsView)
            leaves.AddRange(_compilation.Zero(layout).Leaves);
        foreach (var (field, _, inner) in layout.Fields)
            AddConstants(inner, field.GetValue(value)!, leaves);
    }

    private Type TypeOf(ILInstruction instruction) => (Type)(instruction.Meaning ??= Method.Module.ResolveType(instruction.Token, TypeArguments, MethodArguments));

    private FieldInfo FieldOf(ILInstruction instruction) =>
        (FieldInfo)(instruction.Meaning ??= Method.Module.ResolveField(instruction.Token, TypeArguments, MethodArguments)!);

    private Type[]? TypeArguments => Method.DeclaringType?.IsGenericType == true ? Method.DeclaringType.GetGenericArguments() : null;

    private Type[]? MethodArguments => Method.IsGenericMethod ? Method.GetGenericArguments() : null;
}
