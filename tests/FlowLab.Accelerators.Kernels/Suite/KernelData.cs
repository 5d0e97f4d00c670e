using System.Collections.Concurrent;
using System.Reflection;

namespace FlowLab.Accelerators.Tests.Kernels;

/// <summary>
/// What a buffer of a kernel holds, by the name of its parameter or field: x and y are all pairs of special values and then random ones,
/// z special values in another order, m special, random and small ones in turn, n small numbers, at a permutation of all positions; everything else, results too, is a pattern. What
/// follows an underscore does not count.
/// </summary>
internal static class KernelData
{
    /// <summary>Elements of every buffer.</summary>
    internal const int Length = 2048;

    /// <summary>How many instances see all pairs: a whole number of vectors of every width.</summary>
    internal const int Pairs = 640;

    private static readonly ConcurrentDictionary<(Type Type, string Name), Array> Made = new();

    /// <summary>The contents of a buffer, which are not to be changed.</summary>
    internal static T[] Of<T>(string name)
        where T : unmanaged =>
        (T[])Made.GetOrAdd((typeof(T), name), static key => Enumerable.Range(0, Length).Select(i => (T)ValueOf(typeof(T), key.Name, i)).ToArray());

    /// <summary>The value of a scalar parameter.</summary>
    internal static object ScalarOf(Type type, string name) => name == "n" ? Convert(type, 7) : ValueOf(type, name, 3 + name.Length);

    private static object ValueOf(Type type, string name, int i)
    {
        if (type.IsEnum)
            return Enum.ToObject(type, ValueOf(Enum.GetUnderlyingType(type), name, i));
        return type.IsPrimitive ? NumberOf(type, name, i) : StructOf(type, name, i);
    }

    private static object NumberOf(Type type, string name, int i)
    {
        var special = SpecialNumbers.Of(type);
        var count = special.Length;
        return name.Split('_')[0] switch
        {
            "x" => i < count * count ? special.GetValue(i / count)! : SpecialNumbers.Random(type, i),
            "y" => i < count * count ? special.GetValue(i % count)! : SpecialNumbers.Random(type, ~i),
            "z" => special.GetValue((i * 7) % count)!,
            "m" => i % 3 == 0 ? special.GetValue(i / 3 % count)! : i % 3 == 1 ? SpecialNumbers.Random(type, i) : Convert(type, (i % 23) - 5),
            "n" => Convert(type, ((i * 5) % 29) - 6),
            "at" => Convert(type, i * 1031 % Length),
            _ => Convert(type, (i % 89) + 1),
        };
    }

    /// <summary>Every field as a buffer of its name would have it.</summary>
    private static object StructOf(Type type, string name, int i)
    {
        var value = Activator.CreateInstance(type)!;
        var number = 0;
        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            field.SetValue(value, ValueOf(field.FieldType, name, i + (number++ * 31)));
        return value;
    }

    private static object Convert(Type type, int number) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => number % 3 == 0,
        TypeCode.SByte => (sbyte)number,
        TypeCode.Byte => (byte)number,
        TypeCode.Int16 => (short)number,
        TypeCode.UInt16 => (ushort)number,
        TypeCode.Char => (char)number,
        TypeCode.UInt32 => (uint)number,
        TypeCode.Int64 => (long)number,
        TypeCode.UInt64 => (ulong)number,
        TypeCode.Single => (float)number,
        TypeCode.Double => (double)number,
        _ => number,
    };
}
