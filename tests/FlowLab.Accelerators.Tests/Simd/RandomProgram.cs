using System.Reflection;
using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Tests.Simd;

/// <summary>
/// A kernel of random blocks, values and jumps in any direction, the same for a seed. Every block burns fuel, so that it ends; each
/// instance writes to places of its own only. A program of groups has several parts of this kind in a loop, which all threads run alike, with
/// an exchange between neighbours after each part.
/// </summary>
internal sealed partial class RandomProgram
{
    private const int Fuel = 25;
    private const int OutputsPerInstance = 3;

    private static readonly IRType[] Types = [IRType.Int32, IRType.Float32, IRType.Bool, IRType.Int64, IRType.Float64];

    private readonly System.Random _random;
    private readonly IRKernel _kernel;
    private readonly SsaBuilder _ssa;
    private readonly List<(IRType Type, int Slot)> _variables = [];
    private readonly int _fuel;
    private readonly IRValue _index;
    private IRBlock[] _blocks = [];
    private IRBlock _exit = null!;

    private RandomProgram(MethodInfo method, IReadOnlyList<IRParameter> parameters, int seed, bool isGrouped)
    {
        _random = new(seed);
        _kernel = new(method, parameters) { IsGrouped = isGrouped };
        _ssa = new(_kernel) { Current = null! };
        _ssa.Current = _ssa.NewSealedBlock();
        foreach (var type in Types)
        {
            for (var i = 0; i < 2; i++)
                _variables.Add((type, NewSlot(type)));
        }

        _fuel = NewSlot(IRType.Int32);
        _index = isGrouped ? Instance() : Parameter("i.X");
        Initialize();
        if (isGrouped)
            AddRounds();
        else
            AddPart();
        Finish();
    }

    /// <summary>A kernel of the parameters of a method: an index and the test data.</summary>
    internal static IRKernel Of(MethodInfo method, int seed)
    {
        var parameters = KernelFrontend.Build(method).Parameters;
        return new RandomProgram(method, parameters, seed, isGrouped: false)._kernel;
    }

    /// <summary>A kernel of groups with the test data as its parameter.</summary>
    internal static IRKernel OfGroups(MethodInfo method, int seed)
    {
        var parameters = KernelFrontend.Build(KernelEntry.OfGroups(method)).Parameters;
        return new RandomProgram(method, parameters, seed, isGrouped: true)._kernel;
    }

    private int NewSlot(IRType type) => _ssa.NewSlots(TypeLayout.Of(type switch
    {
        IRType.Int32 => typeof(int),
        IRType.Float32 => typeof(float),
        IRType.Bool => typeof(bool),
        IRType.Int64 => typeof(long),
        _ => typeof(double),
    }, static (_, detail) => new InvalidOperationException(detail)));

    private IRValue Parameter(string name) => _kernel.Parameters.Single(parameter => parameter.Name == name).Value;

    /// <summary>Random blocks, from the current one to an exit that is the current one afterwards.</summary>
    private void AddPart()
    {
        _blocks = [.. Enumerable.Range(0, _random.Next(2, 9)).Select(_ => _ssa.NewBlock())];
        _exit = _ssa.NewBlock();
        Write(_fuel, _kernel.Const(Fuel));
        _ssa.Current.Terminator = new IRJump(_blocks[0]);
        foreach (var block in _blocks)
            Fill(block);
        foreach (var block in _blocks)
            _ssa.Seal(block);
        _ssa.Seal(_exit);
        _ssa.Current = _exit;
    }

    private void Initialize()
    {
        foreach (var (type, slot) in _variables)
            Write(slot, _random.Next(2) == 0 ? Load(type, _index) : Convert(type, Parameter("d.Three")));
    }

    private void Fill(IRBlock block)
    {
        _ssa.Current = block;
        var rest = _ssa.NewBlock();
        var fuel = _ssa.Emit(IROpcode.Sub, IRType.Int32, Read(_fuel), _kernel.Const(1));
        Write(_fuel, fuel);
        block.Terminator = new IRBranch(_ssa.Emit(IROpcode.CmpLtS, IRType.Bool, fuel, _kernel.Const(0)), _exit, rest);
        _ssa.Seal(rest);
        _ssa.Current = rest;
        for (var i = _random.Next(1, 7); i > 0; i--)
            Step();
        var (then, @else) = (NextOf(block), Target());
        if (_random.Next(2) == 0)
            (then, @else) = (@else, then);
        var condition = Read(_variables[5].Slot);
        rest.Terminator = then == @else ? new IRJump(then) : new IRBranch(condition, then, @else);
    }

    /// <summary>Every block leads to the next one, so that all can be reached.</summary>
    private IRBlock NextOf(IRBlock block) => block == _blocks[^1] ? _exit : _blocks[Array.IndexOf(_blocks, block) + 1];

    private IRBlock Target() => _random.Next(8) == 0 ? _exit : _blocks[_random.Next(_blocks.Length)];

    private void Finish()
    {
        foreach (var (type, slot) in _variables)
            Store(type, Read(slot), _variables.IndexOf((type, slot)) % 2);
        _ssa.Current.Terminator = new IRReturn();
        _kernel.SortBlocks();
        new Passes.PhiSimplification().Run(_kernel);
        new Passes.DeadCodeElimination().Run(_kernel);
        _kernel.Renumber();
    }

    private void Step()
    {
        var (type, slot) = _variables[_random.Next(_variables.Count)];
        if (_random.Next(5) == 0)
            Store(type, Any(type), 2);
        else
            Write(slot, _random.Next(4) == 0 ? Load(type, Small(Any(IRType.Int32))) : Compute(type));
    }

    private IRValue Compute(IRType type) => (type, _random.Next(6)) switch
    {
        (IRType.Bool, < 4) => Comparison(),
        (IRType.Bool, _) => _ssa.Emit(Pick(IROpcode.And, IROpcode.Or, IROpcode.Xor), type, Any(type), Any(type)),
        (_, 0) => _ssa.Emit(IROpcode.Select, type, Any(IRType.Bool), Any(type), Any(type)),
        (_, 1) => Convert(type, Any(Pick(IRType.Int32, IRType.Float32, IRType.Int64, IRType.Float64))),
        (IRType.Int32 or IRType.Int64, 2) => _ssa.Emit(Pick(IROpcode.Shl, IROpcode.ShrS, IROpcode.ShrU), type, Any(type), Any(IRType.Int32)),
        (IRType.Int32 or IRType.Int64, 3) => _ssa.Emit(Pick(IROpcode.And, IROpcode.Or, IROpcode.Xor), type, Any(type), Any(type)),
        (IRType.Float32 or IRType.Float64, 2) => _ssa.Emit(IROpcode.DivS, type, Any(type), Any(type)),
        _ => _ssa.Emit(Pick(IROpcode.Add, IROpcode.Sub, IROpcode.Mul), type, Any(type), Any(type)),
    };

    private IRValue Comparison()
    {
        var type = Pick(IRType.Int32, IRType.Float32, IRType.Int64, IRType.Float64);
        return _ssa.Emit(IROpcode.CmpEq + _random.Next(IROpcode.CmpGeU - IROpcode.CmpEq + 1), IRType.Bool, Any(type), Any(type));
    }

    private IRValue Convert(IRType type, IRValue value)
    {
        if (value.Type == type)
            return value;
        return (type, value.Type) switch
        {
            (IRType.Bool, _) => _ssa.Emit(IROpcode.CmpNe, type, value, _kernel.Const(value.Type, 0)),
            (IRType.Int32, IRType.Int64) => _ssa.Emit(IROpcode.Trunc, type, value),
            (IRType.Int64, IRType.Int32) => _ssa.Emit(Pick(IROpcode.SExt, IROpcode.ZExt), type, value),
            (IRType.Int32 or IRType.Int64, _) => _ssa.Emit(Pick(IROpcode.FToS, IROpcode.FToU), type, value),
            (_, IRType.Int32 or IRType.Int64) => _ssa.Emit(Pick(IROpcode.SToF, IROpcode.UToF), type, value),
            _ => _ssa.Emit(IROpcode.FToF, type, value),
        };
    }

    /// <summary>A variable, a constant, or what differs from lane to lane by one.</summary>
    private IRValue Any(IRType type)
    {
        if (_random.Next(6) == 0)
            return Convert(type, _random.Next(2) == 0 ? _index : Parameter("d.Three"));
        if (_random.Next(8) == 0 && type != IRType.Bool)
            return Convert(type, _kernel.Const(_random.Next(-3, 9)));
        var variables = _variables.Where(variable => variable.Type == type).ToArray();
        return Read(variables[_random.Next(variables.Length)].Slot);
    }

    private T Pick<T>(params T[] values) => values[_random.Next(values.Length)];

    private IRValue Small(IRValue index) => _ssa.Emit(IROpcode.And, IRType.Int32, index, _kernel.Const(63));

    private IRValue Load(IRType type, IRValue index) => type == IRType.Bool
        ? Convert(type, _ssa.Emit(IROpcode.And, IRType.Int32, Load(IRType.Int32, index), _kernel.Const(1)))
        : _ssa.Emit(new IRValue(IROpcode.Load, type, Address(type, false, index)) { Alignment = type.SizeInBytes });

    private void Store(IRType type, IRValue value, int place)
    {
        if (type == IRType.Bool)
            (type, value) = (IRType.Int32, _ssa.Emit(IROpcode.ZExt, IRType.Int32, value));
        var first = _ssa.Emit(IROpcode.Mul, IRType.Int32, _index, _kernel.Const(OutputsPerInstance));
        var address = Address(type, true, _ssa.Emit(IROpcode.Add, IRType.Int32, first, _kernel.Const(place)));
        _ssa.Emit(new IRValue(IROpcode.Store, IRType.Void, address, value) { Alignment = type.SizeInBytes });
    }

    private IRValue Address(IRType type, bool isOutput, IRValue index)
    {
        var view = (type, isOutput) switch
        {
            (IRType.Int32, true) => "d.OutN",
            (IRType.Int32, _) => "d.Small",
            (IRType.Float32, true) => "d.OutF",
            (IRType.Float32, _) => "d.F",
            (IRType.Int64, true) => "d.OutL",
            (IRType.Int64, _) => "d.L",
            (_, true) => "d.OutD",
            _ => "d.D",
        };
        return _ssa.Emit(new IRValue(IROpcode.Element, IRType.Pointer, Parameter($"{view}.ptr"), index) { ElementSize = type.SizeInBytes });
    }

    private IRValue Read(int slot) => _ssa.ReadAll(slot, 1)[0];

    private void Write(int slot, IRValue value) => _ssa.WriteAll(slot, [value]);
}
