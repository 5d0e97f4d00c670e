using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Frontend;

/// <summary>Sizes and field offsets of structs in memory, as the runtime lays them out: it is asked, by code made for the purpose.</summary>
internal static class MemoryLayout
{
    private static readonly ConditionalWeakTable<Type, Offsets> Cache = [];

    internal static int SizeOf(Type type) => PrimitiveSizeOf(type) ?? (Cache.GetValue(type, _ => new()).Size ??= Measure(type));

    internal static int OffsetOf(FieldInfo field) =>
        Cache.GetValue(field.DeclaringType!, _ => new()).Fields.GetOrAdd(field.MetadataToken, _ => Measure(field));

    private static int? PrimitiveSizeOf(Type type) =>
        TypeLayout.ScalarType(type) is null ? null : TypeLayout.MemoryType(type).SizeInBytes;

    private static int Measure(Type type)
    {
        var size = new DynamicMethod("SizeOf", typeof(int), [], typeof(MemoryLayout).Module, skipVisibility: true);
        var il = size.GetILGenerator();
        il.Emit(OpCodes.Sizeof, type);
        il.Emit(OpCodes.Ret);
        return size.CreateDelegate<Func<int>>()();
    }

    private static int Measure(FieldInfo field)
    {
        var offset = new DynamicMethod("OffsetOf", typeof(int), [], typeof(MemoryLayout).Module, skipVisibility: true);
        var il = offset.GetILGenerator();
        var local = il.DeclareLocal(field.DeclaringType!);
        il.Emit(OpCodes.Ldloca, local);
        il.Emit(OpCodes.Ldflda, field);
        il.Emit(OpCodes.Conv_U);
        il.Emit(OpCodes.Ldloca, local);
        il.Emit(OpCodes.Conv_U);
        il.Emit(OpCodes.Sub);
        il.Emit(OpCodes.Conv_I4);
        il.Emit(OpCodes.Ret);
        return offset.CreateDelegate<Func<int>>()();
    }

    private sealed class Offsets
    {
        internal int? Size { get; set; }

        internal ConcurrentDictionary<int, int> Fields { get; } = new();
    }
}
