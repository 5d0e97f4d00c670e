using System.Reflection;
using FlowLab.Accelerators.Maths;

namespace FlowLab.Accelerators.Tests.Kernels.Programs;

internal sealed partial class ProgramGenerator
{
    private static readonly string[] Comparisons = ["<", "<=", ">", ">=", "==", "!="];
    private static readonly string[] IntegerOperators = ["+", "-", "*", "&", "|", "^", "<<", ">>", ">>>", "/", "%"];
    private static readonly string[] FloatOperators = ["+", "-", "*", "/", "%"];
    private static readonly Type?[] SmallTypes = [null, null, null, null, typeof(sbyte), typeof(byte), typeof(short), typeof(ushort)];
    private static readonly int[] Integers = [0, 1, 2, 3, 5, 7, 8, 16, 31, 32, 33, 100, 255, 65535, -1, -2, -7, -128, int.MaxValue, int.MinValue];
    private static readonly float[] Floats = [0f, 1f, -1f, 0.5f, 2f, 3.25f, -0f, 1e10f, -1e-10f, 255.5f, 2147483648f, float.Epsilon, float.MaxValue];

    /// <summary>Functions of floats whose bits are the same everywhere, and a few of doubles.</summary>
    private static readonly MethodInfo[] Functions =
    [
        .. new[] { "Sqrt", "Floor", "Ceiling", "Truncate", "Round", "Abs" }.Select(name => typeof(MathF).GetMethod(name, [typeof(float)])!),
        .. new[] { "Min", "Max" }.Select(name => typeof(MathF).GetMethod(name, [typeof(float), typeof(float)])!),
        .. new[] { "Exp", "Log", "Sin", "Cos", "Tanh", "Atan", "Exp2", "RoundAwayFromZero" }.Select(name => typeof(PortableMath).GetMethod(name, [typeof(float)])!),
        .. new[] { "Pow", "Atan2" }.Select(name => typeof(PortableMath).GetMethod(name, [typeof(float), typeof(float)])!),
        typeof(MathF).GetMethod("FusedMultiplyAdd")!,
        .. new[] { "Sqrt", "Floor", "Ceiling", "Abs" }.Select(name => typeof(Math).GetMethod(name, [typeof(double)])!),
        .. new[] { "Min", "Max" }.Select(name => typeof(Math).GetMethod(name, [typeof(double), typeof(double)])!),
        .. new[] { typeof(int), typeof(uint), typeof(long), typeof(ulong) }.SelectMany(type =>
            new[] { typeof(Math).GetMethod("Min", [type, type])!, typeof(Math).GetMethod("Max", [type, type])! }),
    ];

    private ProgramNode Expression(ProgramType type, int depth)
    {
        _budget--;
        if (type == ProgramType.Bool)
            return Condition(depth);
        if (depth == 0 || _budget < 0)
            return Leaf(type);
        return _random.Next(12) switch
        {
            < 5 => Binary(type, depth - 1),
            5 => new(ProgramNodeKind.Unary, type, type.IsFloat || _random.Next(2) == 0 ? "-" : "~", Expression(type, depth - 1)),
            6 or 7 => Converted(type, depth - 1),
            8 => new(ProgramNodeKind.Choose, type, null, Condition(depth - 1), Expression(type, depth - 1), Expression(type, depth - 1)),
            9 => Call(type, depth - 1),
            _ => Leaf(type),
        };
    }

    private ProgramNode Leaf(ProgramType type)
    {
        var variables = Enumerable.Range(0, _variables.Count).Where(variable => _variables[variable] == type).ToArray();
        return _random.Next(5) switch
        {
            < 2 when variables.Length > 0 => new(ProgramNodeKind.Variable, type, variables[_random.Next(variables.Length)]),
            2 => AnyConstant(type),
            3 when type == ProgramType.Int => new(_random.Next(3) == 0 ? ProgramNodeKind.Uniform : ProgramNodeKind.Index, type, null),
            _ => Load(type),
        };
    }

    /// <summary>Anywhere, the same for all, a result of the instance itself, or next to the index.</summary>
    private ProgramNode Load(ProgramType type) => _random.Next(6) switch
    {
        0 => new(ProgramNodeKind.Gather, type, RandomProgram.InputOf(type), Expression(ProgramType.Int, 1)),
        1 => LoadAt(type, new(RandomProgram.InputOf(type), 0, _random.Next(300))),
        2 => LoadAt(type, new(RandomProgram.ResultOf(type), RandomProgram.Results, _random.Next(RandomProgram.Results))),
        3 => LoadAt(type, new(RandomProgram.InputOf(type), _random.Next(1, 5), _random.Next(500))),
        _ => LoadAt(type, new(RandomProgram.InputOf(type), 1, _random.Next(500))),
    };

    private static ProgramNode LoadAt(ProgramType type, ProgramPlace place) => new(ProgramNodeKind.Load, type, place);

    private ProgramNode AnyConstant(ProgramType type) => ProgramNode.Constant(type, type switch
    {
        ProgramType.Float => BitConverter.SingleToInt32Bits(Floats[_random.Next(Floats.Length)]),
        ProgramType.Double => BitConverter.DoubleToInt64Bits(Floats[_random.Next(Floats.Length)]),
        ProgramType.UInt => (uint)Integers[_random.Next(Integers.Length)],
        ProgramType.Int => Integers[_random.Next(Integers.Length)],
        _ => (long)Integers[_random.Next(Integers.Length)] << (_random.Next(3) * 16),
    });

    private ProgramNode Binary(ProgramType type, int depth)
    {
        var operators = type.IsFloat ? FloatOperators : IntegerOperators;
        var @operator = operators[_random.Next(operators.Length)];
        var isShift = @operator is "<<" or ">>" or ">>>";
        return new(ProgramNodeKind.Binary, type, @operator, Expression(type, depth), Expression(isShift ? ProgramType.Int : type, depth));
    }

    private ProgramNode Converted(ProgramType type, int depth)
    {
        var small = type.IsInteger ? SmallTypes[_random.Next(SmallTypes.Length)] : null;
        return new(ProgramNodeKind.Convert, type, small, Expression(AnyType(), depth));
    }

    private ProgramNode Call(ProgramType type, int depth)
    {
        var functions = Functions.Where(function => function.ReturnType == type.Clr).ToArray();
        var function = functions[_random.Next(functions.Length)];
        return new(ProgramNodeKind.Call, type, function, [.. function.GetParameters().Select(_ => Expression(type, depth)).ToArray()]);
    }

    private ProgramNode Condition(int depth)
    {
        _budget--;
        var flags = Enumerable.Range(0, _variables.Count).Where(variable => _variables[variable] == ProgramType.Bool).ToArray();
        return (depth > 0 ? _random.Next(10) : 5) switch
        {
            0 => new(ProgramNodeKind.AndAlso, ProgramType.Bool, null, Condition(depth - 1), Condition(depth - 1)),
            1 => new(ProgramNodeKind.OrElse, ProgramType.Bool, null, Condition(depth - 1), Condition(depth - 1)),
            2 => new(ProgramNodeKind.Not, ProgramType.Bool, null, Condition(depth - 1)),
            3 when flags.Length > 0 => new(ProgramNodeKind.Variable, ProgramType.Bool, flags[_random.Next(flags.Length)]),
            4 => new(ProgramNodeKind.Binary, ProgramType.Bool, "&|^"[_random.Next(3)].ToString(), Condition(depth - 1), Condition(depth - 1)),
            _ => Comparison(depth),
        };
    }

    private ProgramNode Comparison(int depth)
    {
        var type = AnyType();
        return new(ProgramNodeKind.Compare, ProgramType.Bool, Comparisons[_random.Next(Comparisons.Length)], Expression(type, depth - 1 < 0 ? 0 : depth - 1), Expression(type, 0));
    }
}
