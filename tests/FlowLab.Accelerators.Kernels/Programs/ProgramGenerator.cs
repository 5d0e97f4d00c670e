namespace FlowLab.Accelerators.Tests.Kernels.Programs;

/// <summary>
/// Makes random programs: the same for a seed and number. They end, stay inside of their views, divide by no zero, and each instance
/// writes to places of its own only, so that all orders of the instances mean the same.
/// </summary>
internal sealed partial class ProgramGenerator
{
    private const int DeepestLoop = 2;

    private readonly Random _random;
    private readonly List<ProgramType> _variables = [];
    private readonly List<int> _writable = [];
    private readonly ProgramType[] _types;
    private int _budget;
    private int _loops;

    private ProgramGenerator(int seed)
    {
        _random = new(seed);
        _types = _random.Next(4) switch
        {
            0 => [ProgramType.Int, ProgramType.UInt, ProgramType.Float, ProgramType.Long, ProgramType.ULong, ProgramType.Double],
            1 => [ProgramType.Int, ProgramType.UInt, ProgramType.Float, ProgramType.Long, ProgramType.ULong],
            _ => [ProgramType.Int, ProgramType.UInt, ProgramType.Float],
        };
        _budget = _random.Next(10, 90);
    }

    internal static RandomProgram Generate(int seed, int number) => new ProgramGenerator(HashCode(seed, number)).Generate($"seed {seed}, program {number}");

    /// <summary>The same in every run, unlike that of the framework.</summary>
    private static int HashCode(int seed, int number) => unchecked((seed * 1000003) ^ (number * 7919));

    private RandomProgram Generate(string name)
    {
        for (var i = _random.Next(2, 6); i > 0; i--)
            _writable.Add(NewVariable(_random.Next(6) == 0 ? ProgramType.Bool : AnyType()));
        var start = _writable.Select(variable => ProgramNode.Statement(ProgramNodeKind.Assign, variable, Expression(_variables[variable], 2)));
        var body = ProgramNode.Statement(ProgramNodeKind.Block, null, [.. start.ToArray(), .. Statements(), .. _types.Select(Result)]);
        return new(name, _variables, _types, _random.Next(2) == 0, body);
    }

    private int NewVariable(ProgramType type)
    {
        _variables.Add(type);
        return _variables.Count - 1;
    }

    private List<ProgramNode> Statements()
    {
        var statements = new List<ProgramNode>();
        for (var i = _random.Next(1, 6); i > 0 && _budget > 0; i--)
            statements.Add(Statement());
        return statements;
    }

    private ProgramNode Block() => ProgramNode.Statement(ProgramNodeKind.Block, null, [.. Statements()]);

    /// <summary>A variable of the type, or whatever, as a result.</summary>
    private ProgramNode Result(ProgramType type) => Store(type, Expression(type, 1));

    private ProgramNode Statement()
    {
        _budget -= 4;
        return _random.Next(20) switch
        {
            < 7 => Assignment(),
            < 10 => Store(AnyType(), null),
            < 14 => ProgramNode.Statement(ProgramNodeKind.If, null, Condition(2), Block(), _random.Next(2) == 0 ? Block() : Nothing()),
            < 17 when _loops < DeepestLoop => Loop(),
            17 => ProgramNode.Statement(ProgramNodeKind.Switch, null, [Expression(ProgramType.Int, 2), Block(), .. Cases()]),
            18 when _loops > 0 => Guarded(_random.Next(2) == 0 ? ProgramNodeKind.Break : ProgramNodeKind.Continue),
            19 when _random.Next(3) == 0 => Guarded(ProgramNodeKind.Return),
            _ => Assignment(),
        };
    }

    private ProgramNode[] Cases() => [.. Enumerable.Range(0, _random.Next(1, 5)).Select(_ => Block())];

    private ProgramNode Assignment()
    {
        var variable = _writable[_random.Next(_writable.Count)];
        return ProgramNode.Statement(ProgramNodeKind.Assign, variable, Expression(_variables[variable], 3));
    }

    private ProgramNode Store(ProgramType type, ProgramNode? value) => ProgramNode.Statement(
        ProgramNodeKind.Store, RandomProgram.ResultOf(type), _random.Next(3) == 0 ? Expression(ProgramType.Int, 1) : AnyConstant(ProgramType.Int), value ?? Expression(type, 3));

    /// <summary>A jump under a condition.</summary>
    private ProgramNode Guarded(ProgramNodeKind jump) => ProgramNode.Statement(ProgramNodeKind.If, null, Condition(1), ProgramNode.Statement(jump, null), Nothing());

    private ProgramNode Loop()
    {
        var counter = NewVariable(ProgramType.Int);
        _loops++;
        var loop = _random.Next(4) switch
        {
            0 => ProgramNode.Statement(ProgramNodeKind.While, counter, Condition(2), Block()),
            1 => ProgramNode.Statement(ProgramNodeKind.DoWhile, counter, Condition(2), Block()),
            _ => ProgramNode.Statement(ProgramNodeKind.For, counter, Bound(), Block()),
        };
        _loops--;
        return loop;
    }

    private ProgramNode Bound() => _random.Next(3) switch
    {
        0 => ProgramNode.Constant(ProgramType.Int, _random.Next(6)),
        1 => new(ProgramNodeKind.Uniform, ProgramType.Int, null),
        _ => Expression(ProgramType.Int, 1),
    };

    private static ProgramNode Nothing() => ProgramNode.Statement(ProgramNodeKind.Block, null);

    private ProgramType AnyType() => _types[_random.Next(_types.Length)];
}
