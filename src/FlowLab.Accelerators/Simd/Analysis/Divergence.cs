using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// Shapes of values and control: which values differ between lanes, at which blocks lanes that took different ways meet, and which
/// loops lanes leave at different iterations. Starts from the most hopeful assumption and grows until nothing changes.
/// </summary>
internal sealed class Divergence
{
    private const int MostOperands = 4;

    private readonly ControlFlow _flow;
    private readonly AddressUses _addresses;
    private readonly Shape[] _shapes;
    private readonly int _alignment;
    private readonly Shape[] _operands = new Shape[MostOperands];
    private readonly HashSet<IRBlock> _joins = [];
    private readonly HashSet<Loop> _loops = [];

    /// <param name="kernel">The kernel, numbered.</param>
    /// <param name="flow">Its control flow.</param>
    /// <param name="uses">The uses of its values.</param>
    /// <param name="shapeOfFloating">The shapes of parameters and allocations.</param>
    /// <param name="alignment">What the index X of the first lane is a multiple of; 0 where that is not known.</param>
    internal Divergence(IRKernel kernel, ControlFlow flow, ValueUses uses, Func<IRValue, Shape> shapeOfFloating, int alignment)
    {
        _alignment = alignment;
        (_flow, _addresses) = (flow, new(uses));
        _shapes = new Shape[uses.Count];
        foreach (var parameter in kernel.Parameters)
            _shapes[parameter.Value.Id] = shapeOfFloating(parameter.Value);
        foreach (var allocation in kernel.Allocations)
            _shapes[allocation.Value.Id] = shapeOfFloating(allocation.Value);
        int size;
        do
        {
            PropagateShapes();
            size = _joins.Count + _loops.Count;
            foreach (var block in VaryingBranches())
                Spread(block);
        }
        while (_joins.Count + _loops.Count != size);
    }

    /// <summary>Blocks that end in a branch on which lanes differ.</summary>
    internal IEnumerable<IRBlock> VaryingBranches() => _flow.Order.Where(IsVaryingBranch);

    internal bool IsVaryingBranch(IRBlock block) =>
        block.Terminator is IRBranch branch && ShapeAt(branch.Condition, block).IsVarying;

    /// <summary>Lanes that took different ways meet at the start of the block.</summary>
    internal bool IsJoin(IRBlock block) => _joins.Contains(block);

    internal bool IsDivergent(Loop loop) => _loops.Contains(loop);

    internal Shape ShapeOf(IRValue value) => value.IsConst ? Shape.Uniform : _shapes[value.Id];

    /// <summary>The shape of a value where it is used: outside of a loop that lanes leave at different times, its values differ.</summary>
    internal Shape ShapeAt(IRValue value, IRBlock use)
    {
        var shape = ShapeOf(value);
        return shape.IsScalar && IsUsedAfterDivergentLoop(value, use) ? Shape.Varying : shape;
    }

    internal bool IsUsedAfterDivergentLoop(IRValue value, IRBlock use)
    {
        if (value.Block is null || value.Block == use || _loops.Count == 0)
            return false;
        for (var loop = _flow.Nest.InnermostOf(value.Block); loop is not null && !loop.Blocks.Contains(use); loop = loop.Parent)
        {
            if (_loops.Contains(loop))
                return true;
        }

        return false;
    }

    /// <summary>The blocks that only a part of the lanes may run because of a varying branch at the end of the block.</summary>
    internal HashSet<IRBlock> InfluenceOf(IRBlock branch)
    {
        var result = new HashSet<IRBlock>();
        var node = branch;
        var loop = _flow.Nest.InnermostOf(branch);
        while (true)
        {
            var level = _flow.LevelOf(loop);
            var end = level.ReconvergenceOf(node);
            foreach (var between in level.Between(node, end))
                result.UnionWith(level.InnerOf(between)?.Blocks ?? [between]);
            if (end is not null || loop is null)
                return result;
            result.UnionWith(loop.Blocks);
            (node, loop) = (loop.Header, loop.Parent);
        }
    }

    private void Spread(IRBlock branch)
    {
        var loop = _flow.Nest.InnermostOf(branch);
        var level = _flow.LevelOf(loop);
        _joins.UnionWith(level.Joins(level.SuccessorsOf(branch).OfType<IRBlock>()));
        if (level.ReconvergenceOf(branch) is not null)
            return;
        for (; loop is not null && _loops.Add(loop); loop = loop.Parent)
        {
            var outer = _flow.LevelOf(loop.Parent);
            _joins.UnionWith(outer.Joins(outer.SuccessorsOf(loop.Header).OfType<IRBlock>()));
            _joins.UnionWith(loop.Exits.Where(block => block.Predecessors.Count(loop.Blocks.Contains) > 1));
            if (outer.ReconvergenceOf(loop.Header) is not null)
                return;
        }
    }

    private void PropagateShapes()
    {
        bool changes;
        do
        {
            changes = false;
            foreach (var block in _flow.Order)
            {
                foreach (var phi in block.Phis)
                    changes |= Update(phi, TransferPhi(phi, block));
                foreach (var value in block.Instructions)
                    changes |= Update(value, Transfer(value, block));
            }
        }
        while (changes);
    }

    private bool Update(IRValue value, Shape next)
    {
        ref var shape = ref _shapes[value.Id];
        next = shape.Meet(next).Wrap(value.Type);
        if (shape == next)
            return false;
        shape = next;
        return true;
    }

    private Shape Transfer(IRValue value, IRBlock block)
    {
        for (var i = 0; i < value.Operands.Count; i++)
            _operands[i] = ShapeAt(value.Operands[i], block);
        return ShapeTransfer.Of(value, _operands, _addresses, _alignment);
    }

    private Shape TransferPhi(IRValue phi, IRBlock block)
    {
        if (_joins.Contains(block) && phi.Operands.Any(operand => operand != phi.Operands[0]))
            return Shape.Varying;
        var shape = Shape.Unknown;
        for (var i = 0; i < phi.Operands.Count; i++)
            shape = shape.Meet(ShapeAt(phi.Operands[i], block.Predecessors[i]));
        return shape;
    }
}
