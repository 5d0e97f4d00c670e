using ILGPU.IR;

namespace ILGPU.Backends.Cuda;

/// <summary>What a kernel is given: arguments, places, allocations and its index.</summary>
internal sealed partial class PtxEmitter
{
    private void EmitParameters()
    {
        foreach (var parameter in _arguments.Where(parameter => parameter.Source is not null))
        {
            var value = parameter.Source!.Value;
            _values[value] = value.Type switch
            {
                IRType.Bool => Compute(IRType.Bool, "setp.ne.s32", Load(parameter), "0"),
                IRType.Pointer => Compute(IRType.Pointer, "cvta.to.global.u64", Load(parameter)),
                _ => Load(parameter),
            };
        }
    }

    private string Load(PtxArgument parameter)
    {
        var type = parameter.Type == IRType.Bool ? IRType.Int32 : parameter.Type;
        return Compute(type, $"ld.param.{type.Unsigned}", $"[{parameter.Name}]");
    }

    private string Load(PtxArgumentKind kind) => Load(_arguments.Single(parameter => parameter.Kind == kind));

    private void EmitPlaces()
    {
        foreach (var parameter in _kernel.Parameters.Where(parameter => parameter.IsPlace))
        {
            var place = Compute(IRType.Int32, "mov.u32", PtxInstructions.OfPlace(parameter.Kind));
            _values[parameter.Value] = parameter.Value.Type == IRType.Int64 ? Compute(IRType.Int64, "cvt.u64.u32", place) : place;
        }
    }

    /// <summary>Addresses within the allocation's own memory.</summary>
    private void EmitAllocations()
    {
        foreach (var allocation in _kernel.Allocations)
        {
            var name = allocation.Kind == IRAllocationKind.DynamicShared ? DynamicShared : allocation.Name;
            _values[allocation.Value] = Compute(IRType.Pointer, "mov.u64", name);
        }
    }

    /// <summary>Which instance of the index space the thread runs; threads beyond its end are done.</summary>
    private void EmitIndex()
    {
        IRParameter[] indices = [.. _kernel.Indices];
        if (_kernel.IsGrouped)
        {
            EmitLanes(null, IRType.Void);
        }
        else if (indices is [{ Value.Type: IRType.Int32 } index])
        {
            EmitLanes(_values[index.Value] = EmitNarrowIndex(), IRType.Int32);
        }
        else
        {
            var number = EmitWideIndex();
            EmitLanes(number, IRType.Int64);
            EmitIndices(indices, number);
        }
    }

    /// <summary>An index space below 2^31 fits into one row of groups.</summary>
    private string EmitNarrowIndex()
    {
        var (group, size, thread) = (Special("%ctaid.x"), Special("%ntid.x"), Special("%tid.x"));
        var index = Compute(IRType.Int32, "mad.lo.s32", group, size, thread);
        EmitGuard("setp.ge.u32", index, Load(PtxArgumentKind.Count));
        return index;
    }

    /// <summary>Groups are counted along X, then along Y.</summary>
    private string EmitWideIndex()
    {
        var row = Compute(IRType.Int64, "mul.wide.u32", Special("%ctaid.y"), Special("%nctaid.x"));
        var group = Compute(IRType.Int64, "add.s64", row, Wide(Special("%ctaid.x")));
        var first = Compute(IRType.Int64, "mul.lo.s64", group, Wide(Special("%ntid.x")));
        var index = Compute(IRType.Int64, "add.s64", first, Wide(Special("%tid.x")));
        EmitGuard("setp.ge.u64", index, Load(PtxArgumentKind.Count));
        return index;
    }

    private void EmitGuard(string comparison, string index, string count) =>
        _body.AddGuarded($"@{Compute(IRType.Bool, comparison, index, count)}", "ret");

    private string Special(string register) => Compute(IRType.Int32, "mov.u32", register);

    private string Wide(string register) => Compute(IRType.Int64, "cvt.u64.u32", register);

    /// <summary>Takes a number below the count apart into the components of the index, in 32 bits where all of the space fits into them.</summary>
    private void EmitIndices(IRParameter[] indices, string number)
    {
        foreach (var index in indices)
            Result(index.Value);
        if (indices.Length == 1)
        {
            Move(IRType.Int64, _values[indices[0].Value], number);
            return;
        }

        string[] extents = [.. Enumerable.Range(0, indices.Length - 1).Select(i => Load(PtxArgumentKind.ExtentX + i))];
        var (wide, done) = (NewLabel(), NewLabel());
        var isWide = Compute(IRType.Bool, "setp.gt.u64", Load(PtxArgumentKind.Count), "4294967295");
        _body.AddGuarded($"@{isWide}", "bra", wide);
        EmitParts(indices, Compute(IRType.Int32, "cvt.u32.u64", number), extents, IRType.Int32);
        _body.Add("bra.uni", done);
        _body.Label(wide);
        EmitParts(indices, number, extents, IRType.Int64);
        _body.Label(done);
    }

    private void EmitParts(IRParameter[] indices, string number, string[] extents, IRType type)
    {
        for (var i = 0; i < extents.Length; i++)
        {
            var extent = Resized(extents[i], indices[i].Value.Type, type);
            var rest = Compute(type, $"div.{type.Unsigned}", number, extent);
            var whole = Compute(type, $"mul.lo.{type.Signed}", rest, extent);
            EmitPart(indices[i], Compute(type, $"sub.{type.Signed}", number, whole), type);
            number = rest;
        }

        EmitPart(indices[^1], number, type);
    }

    private void EmitPart(IRParameter index, string part, IRType type) =>
        Move(index.Value.Type, _values[index.Value], Resized(part, type, index.Value.Type));

    private string Resized(string register, IRType from, IRType to) =>
        from == to ? register : Compute(to, $"cvt.{to.Unsigned}.{from.Unsigned}", register);
}
