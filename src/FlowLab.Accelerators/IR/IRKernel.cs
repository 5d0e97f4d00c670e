using System.Reflection;

namespace FlowLab.Accelerators.IR;

/// <summary>
/// A kernel in SSA form: scalars only, all calls inlined. One instance of it runs per point of the launch index. The first block is the
/// entry and has no predecessors; the others follow in reverse post-order, so that every block comes after its dominators.
/// </summary>
internal sealed class IRKernel(MethodInfo method, IReadOnlyList<IRParameter> parameters)
{
    private readonly ConstantTable _constants = new();

    /// <summary>The C# method, the definition of what the kernel means.</summary>
    internal MethodInfo Method { get; } = method;

    internal string Name { get; } = NameOf(method);

    /// <summary>The scalars of all C# arguments, those of the index first. Optimised kernels have no unused ones but for the index.</summary>
    internal IReadOnlyList<IRParameter> Parameters { get; set; } = parameters;

    /// <summary>Shared and local memory of the kernel.</summary>
    internal List<IRAllocation> Allocations { get; } = [];

    /// <summary>Launched with a grid of groups and without an index parameter; else one instance runs per point of the launch index.</summary>
    internal bool IsGrouped { get; init; }

    /// <summary>
    /// The kernel needs to know its group: it is grouped, or it asks for places in grid and group, shares memory, waits or shuffles. All other
    /// kernels may be spread over threads in any way.
    /// </summary>
    internal bool UsesGroups => IsGrouped || Parameters.Any(parameter => parameter.IsPlace) || Allocations.Any(allocation => allocation.Kind != IRAllocationKind.Local)
        || Values.Any(value => value.Opcode is IROpcode.Barrier or IROpcode.Shuffle);

    /// <summary>The components of the launch index that the C# index type has: X, then Y, then Z.</summary>
    internal IEnumerable<IRParameter> Indices => Parameters.Where(parameter => parameter.IsIndex);

    internal List<IRBlock> Blocks { get; } = [];

    internal IRBlock Entry => Blocks[0];

    /// <summary>The one parameter that is a place in grid, group or warp.</summary>
    internal IRValue Place(IRParameterKind kind)
    {
        var parameter = Parameters.FirstOrDefault(parameter => parameter.Kind == kind);
        if (parameter is null)
            Parameters = [.. Parameters, parameter = IRParameter.OfPlace(kind)];
        return parameter.Value;
    }

    /// <summary>All values in blocks.</summary>
    internal IEnumerable<IRValue> Values => Blocks.SelectMany(block => block.Values);

    /// <summary>The one constant of these bits.</summary>
    internal IRValue Const(IRType type, long bits) => _constants.Of(type, bits);

    internal IRValue Const(bool value) => Const(IRType.Bool, value ? 1 : 0);

    internal IRValue Const(int value) => Const(IRType.Int32, value);

    internal IRValue Const(long value) => Const(IRType.Int64, value);

    internal IRValue Const(float value) => Const(IRType.Float32, BitConverter.SingleToInt32Bits(value));

    internal IRValue Const(double value) => Const(IRType.Float64, BitConverter.DoubleToInt64Bits(value));

    /// <summary>Replaces every use of a value that something else stands for.</summary>
    internal void ReplaceUses(IRReplacements replacements)
    {
        if (replacements.Count == 0)
            return;
        foreach (var block in Blocks)
        {
            foreach (var phi in block.Phis)
                phi.ReplaceOperands();
            foreach (var value in block.Instructions)
                value.ReplaceOperands();
            if (block.Terminator is IRBranch branch)
                branch.Condition = IRReplacements.Resolve(branch.Condition);
        }
    }

    /// <summary>Drops blocks that cannot be reached and brings the others into reverse post-order.</summary>
    internal void SortBlocks()
    {
        foreach (var block in Blocks)
            block.Id = -1;
        var order = IROrder.ReversePostorder(Entry);
        for (var i = 0; i < order.Count; i++)
            order[i].Id = i;
        foreach (var block in Blocks)
        {
            if (block.Id < 0)
                block.Terminator = new IRReturn();
        }

        Blocks.Clear();
        Blocks.AddRange(order);
        Renumber();
    }

    /// <summary>Numbers blocks and their values in the order of the dump.</summary>
    /// <returns>The number of values.</returns>
    internal int Renumber()
    {
        var (blockId, valueId) = (0, 0);
        foreach (var parameter in Parameters)
            parameter.Value.Id = valueId++;
        foreach (var block in Blocks)
        {
            block.Id = blockId++;
            foreach (var phi in block.Phis)
                phi.Id = valueId++;
            foreach (var value in block.Instructions)
                value.Id = valueId++;
        }

        foreach (var allocation in Allocations)
            allocation.Value.Id = valueId++;
        return valueId;
    }

    /// <summary>The text of the kernel, see <see cref="IRDump"/>.</summary>
    public override string ToString() => IRDump.Of(this);

    private static string NameOf(MethodInfo method)
    {
        var arguments = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(type => type.Name))}>" : "";
        return $"{method.DeclaringType?.Name}.{method.Name}{arguments}";
    }
}
