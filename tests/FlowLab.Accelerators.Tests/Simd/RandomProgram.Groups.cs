using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Tests.Simd;

internal sealed partial class RandomProgram
{
    private const int SharedLength = 64;
    private const int LocalLength = 4;

    private IRAllocation? _shared;
    private IRAllocation? _local;

    /// <summary>The number of the thread in its group.</summary>
    private IRValue Thread() => Sum(Product(Sum(Product(Place(IRParameterKind.GroupIndexZ), Place(IRParameterKind.GroupDimY)),
        Place(IRParameterKind.GroupIndexY)), Place(IRParameterKind.GroupDimX)), Place(IRParameterKind.GroupIndexX));

    private IRValue Threads() =>
        Product(Product(Place(IRParameterKind.GroupDimX), Place(IRParameterKind.GroupDimY)), Place(IRParameterKind.GroupDimZ));

    private IRValue Instance() => Sum(Product(Place(IRParameterKind.GridIndexX), Threads()), Thread());

    private IRValue Place(IRParameterKind kind) => _kernel.Place(kind);

    private IRValue Sum(IRValue left, IRValue right) => _ssa.Emit(IROpcode.Add, IRType.Int32, left, right);

    private IRValue Product(IRValue left, IRValue right) => _ssa.Emit(IROpcode.Mul, IRType.Int32, left, right);

    /// <summary>A loop of as many rounds as an argument says, the same for all threads.</summary>
    private void AddRounds()
    {
        _shared = new(IRAllocationKind.Shared, SharedLength * sizeof(long), sizeof(long), 0);
        _local = new(IRAllocationKind.Local, LocalLength * sizeof(int), sizeof(int), 1);
        _kernel.Allocations.AddRange([_shared, _local]);
        for (var i = 0; i < LocalLength; i++)
            StoreAt(_local, _kernel.Const(i), sizeof(int), _kernel.Const(i * 11));
        var round = NewSlot(IRType.Int32);
        Write(round, _kernel.Const(0));
        var (header, body, after) = (_ssa.NewBlock(), _ssa.NewBlock(), _ssa.NewBlock());
        _ssa.Current.Terminator = new IRJump(header);
        _ssa.Current = header;
        var isNext = _ssa.Emit(IROpcode.CmpLtS, IRType.Bool, Read(round), Parameter("d.Three"));
        header.Terminator = new IRBranch(isNext, body, after);
        _ssa.Seal(body);
        _ssa.Current = body;
        for (var part = _random.Next(1, 4); part > 0; part--)
        {
            AddPart();
            Exchange();
        }

        Write(round, Sum(Read(round), _kernel.Const(1)));
        _ssa.Current.Terminator = new IRJump(header);
        _ssa.Seal(header);
        _ssa.Seal(after);
        _ssa.Current = after;
    }

    /// <summary>Every thread takes a variable of a neighbour, and changes its local memory.</summary>
    private void Exchange()
    {
        var (type, slot) = Pick([.. _variables.Where(variable => variable.Type != IRType.Bool)]);
        StoreAt(_shared!, Thread(), sizeof(long), Read(slot));
        Wait();
        var distance = _random.Next(1, 6);
        var next = Sum(Thread(), _kernel.Const(distance));
        var isInside = _ssa.Emit(IROpcode.CmpLtS, IRType.Bool, next, Threads());
        Write(slot, LoadAt(_shared!, _ssa.Emit(IROpcode.Select, IRType.Int32, isInside, next, _kernel.Const(0)), sizeof(long), type));
        if (_random.Next(2) == 0)
            Shuffle(type, slot);
        Wait();
        var at = _ssa.Emit(IROpcode.And, IRType.Int32, Any(IRType.Int32), _kernel.Const(LocalLength - 1));
        var found = LoadAt(_local!, at, sizeof(int), IRType.Int32);
        StoreAt(_local!, at, sizeof(int), Sum(found, Any(IRType.Int32)));
        Write(_variables[0].Slot, found);
        AddAtomically(Any(IRType.Int32));
    }

    private void Shuffle(IRType type, int slot) => Write(slot, _ssa.Emit(
        new IRValue(IROpcode.Shuffle, type, Read(slot), Any(IRType.Int32), _kernel.Const(4)) { Shuffle = (ShuffleKind)_random.Next(4) }));

    private void Wait() => _ssa.Emit(new IRValue(IROpcode.Barrier, IRType.Void) { Scope = IRScope.Group });

    /// <summary>To a counter that all threads share; sums of integers do not depend on their order.</summary>
    private void AddAtomically(IRValue value)
    {
        var address = Address(IRType.Int64, true, _kernel.Const(SimdComparison.Length - 1 - _random.Next(2)));
        var wide = _ssa.Emit(IROpcode.SExt, IRType.Int64, value);
        _ssa.Emit(new IRValue(IROpcode.Atomic, IRType.Int64, address, wide) { Atomic = Pick(AtomicOperation.Add, AtomicOperation.Xor) });
    }

    private IRValue At(IRAllocation allocation, IRValue index, int elementSize) =>
        _ssa.Emit(new IRValue(IROpcode.Element, IRType.Pointer, allocation.Value, index) { ElementSize = elementSize });

    private IRValue LoadAt(IRAllocation allocation, IRValue index, int elementSize, IRType type) =>
        _ssa.Emit(new IRValue(IROpcode.Load, type, At(allocation, index, elementSize)) { Alignment = type.SizeInBytes });

    private void StoreAt(IRAllocation allocation, IRValue index, int elementSize, IRValue value) =>
        _ssa.Emit(new IRValue(IROpcode.Store, IRType.Void, At(allocation, index, elementSize), value) { Alignment = value.Type.SizeInBytes });
}
