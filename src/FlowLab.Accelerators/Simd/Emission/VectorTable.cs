using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Intrinsics;
using FlowLab.Accelerators.IR;
using FlowLab.Accelerators.Tracing;

namespace FlowLab.Accelerators.Simd;

/// <summary>The types and methods of the vectors of one width. A 64-bit value of all lanes takes two vectors, its halves.</summary>
internal sealed class VectorTable
{
    private const BindingFlags AllStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private readonly Type _open;
    private readonly Type _math;
    private readonly Type _home;
    private readonly Type _lanes;
    private readonly ConcurrentDictionary<object, MethodInfo> _found = new();

    private VectorTable(int bits, Type home, Type open, Type math, Type lanes)
    {
        (Lanes, SizeInBytes, _home, _open, _math, _lanes) = (bits / 32, bits / 8, home, open, math, lanes);
        (Float, Int) = (open.MakeGenericType(typeof(float)), open.MakeGenericType(typeof(int)));
    }

    internal static VectorTable Of128 => Tables.Of128.Value;

    internal static VectorTable Of256 => Tables.Of256.Value;

    internal static VectorTable Of512 => Tables.Of512.Value;

    /// <summary>The widest vectors of the machine.</summary>
    internal static VectorTable Best => OfLanes(MostLanes)!;

    /// <summary>The lanes of the widest vectors of the machine.</summary>
    internal static int MostLanes => Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : 4;

    /// <summary>Floats per vector.</summary>
    internal int Lanes { get; }

    internal int SizeInBytes { get; }

    /// <summary>One bit per lane.</summary>
    internal int AllLanes => (1 << Lanes) - 1;

    internal Type Float { get; }

    internal Type Int { get; }

    // Most kernels have no vectors of these, which take the runtime time to load.
    internal Type UInt => field ??= _open.MakeGenericType(typeof(uint));

    internal Type Double => field ??= _open.MakeGenericType(typeof(double));

    internal Type Long => field ??= _open.MakeGenericType(typeof(long));

    internal Type ULong => field ??= _open.MakeGenericType(typeof(ulong));

    /// <summary>The vectors of a number of lanes; null where there are none.</summary>
    internal static VectorTable? OfLanes(int lanes) => lanes switch
    {
        4 => Of128,
        8 => Of256,
        16 => Of512,
        _ => null,
    };

    /// <summary>What holds a value: all lanes of a 32-bit one (small integers and truth values among them), half of the lanes of a 64-bit one.</summary>
    internal Type TypeOf(IRType type) => type switch
    {
        IRType.Float32 => Float,
        IRType.Float64 => Double,
        IRType.Int64 or IRType.Pointer => Long,
        _ => Int,
    };

    internal static Type ElementOf(IRType type) => type switch
    {
        IRType.Float32 => typeof(float),
        IRType.Float64 => typeof(double),
        IRType.Int64 or IRType.Pointer => typeof(long),
        _ => typeof(int),
    };

    /// <summary>Indices, zeros or ones.</summary>
    internal MethodInfo Property(Type vector, string name) =>
        Find(new PropertyKey(name, vector), static (_, key) => key.Vector.GetProperty(key.Name)!.GetMethod!);

    /// <inheritdoc cref="Property"/>
    internal MethodInfo IntProperty(string name) => Property(Int, name);

    /// <summary>A method that is generic in the element type, with vectors as its parameters.</summary>
    internal MethodInfo Generic(string name, Type element, int parameters) =>
        Find(new GenericKey(name, element, parameters), static (table, key) =>
            table.FindOperator(key) ?? table.FindGeneric(key.Name, key.Parameters).MakeGenericMethod(key.Element));

    /// <summary>A method of exactly these parameters.</summary>
    internal MethodInfo Exact(string name, Type first, Type? second = null, Type? third = null) =>
        Find(new ExactKey(name, first, second, third), static (table, key) => table.FindExact(key));

    internal MethodInfo Math(string name, params Type[] parameters) =>
        _math.GetMethod(name, AllStatic, parameters) ?? throw new MissingMethodException(_math.Name, name);

    /// <summary>What no vector method does; of several methods of a name the one whose first parameter is of the type.</summary>
    internal MethodInfo Extra(string name, Type? first = null) => Find(new ExtraKey(name, first), static (table, key) => table.FindExtra(key));

    private MethodInfo Find<TKey>(TKey key, Func<VectorTable, TKey, MethodInfo> find)
        where TKey : class => _found.TryGetValue(key, out var method) ? method : _found[key] = find(this, key);

    // By name: the runtime then makes only those of the name, of several hundreds that the classes have.
    private MemberInfo[] MethodsOf(string name) => _home.GetMember(name, MemberTypes.Method, BindingFlags.Static | BindingFlags.Public);

    /// <summary>
    /// Parameters are looked at only where several methods have the name: for that the runtime loads vectors of each method's type parameter,
    /// which takes it longer than all the rest.
    /// </summary>
    private MethodInfo FindGeneric(string name, int parameters)
    {
        var candidates = new List<MethodInfo>();
        foreach (var member in MethodsOf(name))
        {
            if (member is MethodInfo { IsGenericMethodDefinition: true } method && method.GetGenericArguments().Length == 1)
                candidates.Add(method);
        }

        return candidates.Count == 1
            ? candidates[0]
            : candidates.Find(method => TakesVectors(method, parameters)) ?? throw new MissingMethodException(_home.Name, name);
    }

    private MethodInfo FindExact(ExactKey key)
    {
        foreach (var member in MethodsOf(key.Name))
        {
            if (member is MethodInfo { IsGenericMethod: false } method && Has(method, key))
                return method;
        }

        throw new MissingMethodException(_home.Name, key.Name);
    }

    private MethodInfo FindExtra(ExtraKey key)
    {
        foreach (var member in _lanes.GetMember(key.Name, MemberTypes.Method, AllStatic))
        {
            if (member is MethodInfo method && (key.First is null || method.GetParameters()[0].ParameterType == key.First))
                return method;
        }

        throw new MissingMethodException(_lanes.Name, key.Name);
    }

    /// <summary>
    /// The operator that a method would call: the JIT takes operators for instructions as they are, but has to inline the methods first, which
    /// takes it time, and in large methods more locals than it is ready to optimise.
    /// </summary>
    private MethodInfo? FindOperator(GenericKey key)
    {
        var vector = _open.MakeGenericType(key.Element);
        return VectorOperators.OperatorOf(key.Name) is { } name ? vector.GetMethod(name, key.Parameters == 1 ? [vector] : [vector, vector]) : null;
    }

    private bool TakesVectors(MethodInfo method, int count)
    {
        var parameters = method.GetParameters();
        return parameters.Length == count && Array.TrueForAll(parameters, IsVector);
    }

    private bool IsVector(ParameterInfo parameter) =>
        parameter.ParameterType.IsGenericType && parameter.ParameterType.GetGenericTypeDefinition() == _open;

    private static bool Has(MethodInfo method, ExactKey key)
    {
        var parameters = method.GetParameters();
        return parameters.Length == (key.Second is null ? 1 : key.Third is null ? 2 : 3) && parameters[0].ParameterType == key.First
            && (key.Second is null || parameters[1].ParameterType == key.Second) && (key.Third is null || parameters[2].ParameterType == key.Third);
    }

    // Keys are classes: code for dictionaries of them comes with the framework, for those of tuples it would have to be compiled first.
    private sealed record PropertyKey(string Name, Type Vector);

    private sealed record GenericKey(string Name, Type Element, int Parameters);

    private sealed record ExtraKey(string Name, Type? First);

    private sealed record ExactKey(string Name, Type First, Type? Second, Type? Third);

    /// <summary>Each is made when it is first needed.</summary>
    private static class Tables
    {
        internal static readonly Lazy<VectorTable> Of128 =
            new(() => new(128, typeof(Vector128), typeof(Vector128<>), typeof(VectorMath128), typeof(VectorLanes128)));

        internal static readonly Lazy<VectorTable> Of256 =
            new(() => new(256, typeof(Vector256), typeof(Vector256<>), typeof(VectorMath256), typeof(VectorLanes256)));

        internal static readonly Lazy<VectorTable> Of512 =
            new(() => new(512, typeof(Vector512), typeof(Vector512<>), typeof(VectorMath512), typeof(VectorLanes512)));
    }
}
