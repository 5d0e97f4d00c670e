using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Intrinsics;

namespace ILGPU.Backends.Cpu;

/// <summary>The types and methods of the vectors of one width.</summary>
internal sealed class VectorTable
{
    internal static readonly VectorTable Of128 = new(128, typeof(Vector128), typeof(Vector128<>), typeof(VectorMath128), typeof(VectorLanes128));
    internal static readonly VectorTable Of256 = new(256, typeof(Vector256), typeof(Vector256<>), typeof(VectorMath256), typeof(VectorLanes256));
    internal static readonly VectorTable Of512 = new(512, typeof(Vector512), typeof(Vector512<>), typeof(VectorMath512), typeof(VectorLanes512));

    private const BindingFlags AllStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private readonly Type _open;
    private readonly Type _math;
    private readonly Type _lanes;
    private readonly MethodInfo[] _methods;
    private readonly ConcurrentDictionary<(string, Type, int), MethodInfo> _generic = new();

    private VectorTable(int bits, Type home, Type open, Type math, Type lanes)
    {
        (Lanes, _open, _math, _lanes) = (bits / 32, open, math, lanes);
        _methods = home.GetMethods();
        (Float, Int, UInt) = (open.MakeGenericType(typeof(float)), open.MakeGenericType(typeof(int)), open.MakeGenericType(typeof(uint)));
    }

    /// <summary>The widest vectors of the machine.</summary>
    internal static VectorTable Best { get; } =
        Vector512.IsHardwareAccelerated ? Of512 : Vector256.IsHardwareAccelerated ? Of256 : Of128;

    /// <summary>Floats per vector.</summary>
    internal int Lanes { get; }

    internal Type Float { get; }

    internal Type Int { get; }

    internal Type UInt { get; }

    /// <summary>Indices, zeros or ones of a vector of Int32.</summary>
    internal MethodInfo IntProperty(string name) => Int.GetProperty(name)!.GetMethod!;

    /// <summary>A method that is generic in the element type, with vectors as its parameters.</summary>
    internal MethodInfo Generic(string name, Type element, int parameters) =>
        _generic.GetOrAdd((name, element, parameters), key => FindGeneric(key.Item1, key.Item3).MakeGenericMethod(key.Item2));

    /// <summary>A method of exactly these parameters.</summary>
    internal MethodInfo Exact(string name, params Type[] parameters) =>
        _methods.First(method => method.Name == name && !method.IsGenericMethod && Has(method, parameters));

    internal MethodInfo Math(string name, params Type[] parameters) =>
        _math.GetMethod(name, AllStatic, parameters) ?? throw new MissingMethodException(_math.Name, name);

    internal MethodInfo OfLanes(string name, params Type[] parameters) =>
        _lanes.GetMethod(name, AllStatic, parameters) ?? throw new MissingMethodException(_lanes.Name, name);

    internal MethodInfo OfLanes(string name) =>
        _lanes.GetMethod(name, AllStatic) ?? throw new MissingMethodException(_lanes.Name, name);

    /// <summary>Calls a function for each lane of one or two vectors.</summary>
    internal MethodInfo PerLane(bool isFloat, int operands) => _lanes.GetMethods(AllStatic).First(method =>
        method.Name == nameof(PerLane) && method.GetParameters().Length == operands + 1 && method.ReturnType == (isFloat ? Float : Int));

    private MethodInfo FindGeneric(string name, int parameters) => _methods.First(method =>
        method.Name == name && method.IsGenericMethodDefinition && method.GetGenericArguments().Length == 1
        && method.GetParameters().Length == parameters && method.GetParameters().All(IsVector));

    private bool IsVector(ParameterInfo parameter) =>
        parameter.ParameterType.IsGenericType && parameter.ParameterType.GetGenericTypeDefinition() == _open;

    private static bool Has(MethodInfo method, Type[] parameters) =>
        method.GetParameters().Select(parameter => parameter.ParameterType).SequenceEqual(parameters);
}
