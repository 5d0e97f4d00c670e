using System.Globalization;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>The signature of the kernel and what is made of it before the first block.</summary>
internal sealed partial class OpenClEmitter
{
    private const string DynamicSharedSize = "dynamic_shared_size";

    private static readonly string[] Extents = ["extent_x", "extent_y", "extent_z"];

    private static string Declaration(OpenClArgument argument) => argument.Kind switch
    {
        OpenClArgumentKind.Buffer => $"__global uchar* {argument.Name}",
        OpenClArgumentKind.DynamicShared => $"__local ulong* {argument.Name}",
        OpenClArgumentKind.Exchange => $"__local ulong* {argument.Name}",
        _ => $"const {OpenClTypes.NameOf(argument.Type)} {argument.Name}",
    };

    private IRAllocation? DynamicShared => _kernel.Allocations.Find(allocation => allocation.Kind == IRAllocationKind.DynamicShared);

    private void AddArguments()
    {
        foreach (var index in _kernel.Indices)
        {
            var axis = index.Kind - IRParameterKind.IndexX;
            _arguments.Add(new(OpenClArgumentKind.ExtentX + axis, Extents[axis], null, IRType.Int64));
        }

        foreach (var parameter in _kernel.Parameters.Where(parameter => parameter.IsArgument))
            AddArguments(parameter);
        if (_kernel.Parameters.Any(parameter => parameter.Kind == IRParameterKind.DynamicSharedSize))
            _arguments.Add(new(OpenClArgumentKind.DynamicSharedSize, DynamicSharedSize, null, IRType.Int64));
        if (DynamicShared is { } shared)
            _arguments.Add(new(OpenClArgumentKind.DynamicShared, $"{shared.Name}_memory", null, IRType.Pointer));
        if (_plan.UsesExchange)
            _arguments.Add(new(OpenClArgumentKind.Exchange, "exchange", null, IRType.Pointer));
    }

    private void AddArguments(IRParameter parameter)
    {
        var name = _names.Of(parameter);
        if (parameter.Kind == IRParameterKind.ViewPointer)
        {
            _arguments.Add(new(OpenClArgumentKind.Buffer, $"{name}_buffer", parameter, IRType.Pointer));
            _arguments.Add(new(OpenClArgumentKind.Offset, $"{name}_offset", parameter, IRType.Int64));
        }
        else
        {
            _arguments.Add(new(OpenClArgumentKind.Scalar, name, parameter, parameter.Value.Type));
        }
    }

    private void EmitPrologue()
    {
        if (_plan.IsStepped)
            _helpers.Use("waits");
        foreach (var allocation in _kernel.Allocations)
            EmitAllocation(allocation);
        EmitGuard();
        foreach (var parameter in _kernel.Parameters.Where(parameter => parameter.Kind == IRParameterKind.ViewPointer))
        {
            var name = _names.Of(parameter);
            _text.Line($"__global uchar* const {name} = {name}_buffer + {name}_offset;");
        }

        EmitThread();
        foreach (var parameter in _kernel.Parameters.Where(parameter => !parameter.IsArgument))
            _text.Line($"const {OpenClTypes.NameOf(parameter.Value.Type)} {_names.Of(parameter)} = {Place(parameter)};");
    }

    /// <summary>The last groups of an index space reach beyond it.</summary>
    private void EmitGuard()
    {
        if (!_plan.IsStepped && !_kernel.IsGrouped)
            _text.Line($"if ({Outside()}) return;");
        if (_plan.IsLinear)
            _text.Line("const long instance = (long)get_global_id(0);");
    }

    private string Outside()
    {
        var axes = _kernel.Indices.Select(index => index.Kind - IRParameterKind.IndexX);
        return _plan.IsLinear
            ? $"(long)get_global_id(0) >= {InstanceCount()}"
            : string.Join(" || ", axes.Select(axis => $"(long)get_global_id({axis}) >= {Extents[axis]}"));
    }

    private string InstanceCount() => string.Join(" * ", _kernel.Indices.Select(index => Extents[index.Kind - IRParameterKind.IndexX]));

    /// <summary>The thread in its group, X fastest, and its lane, where something needs them.</summary>
    private void EmitThread()
    {
        if (!_plan.UsesExchange && !_kernel.Parameters.Any(parameter => parameter.Kind == IRParameterKind.LaneIndex))
            return;
        _text.Line("const int threads = (int)(get_local_size(0) * get_local_size(1) * get_local_size(2));");
        _text.Line("const int thread = (int)(get_local_id(0) + get_local_size(0) * (get_local_id(1) + get_local_size(1) * get_local_id(2)));");
        _text.Line(string.Create(CultureInfo.InvariantCulture, $"const int lane = thread & {_target.WarpSize - 1};"));
    }

    private void EmitAllocation(IRAllocation allocation)
    {
        if (allocation.Kind == IRAllocationKind.DynamicShared)
        {
            _text.Line($"__local uchar* const {allocation.Name} = (__local uchar*){allocation.Name}_memory;");
            return;
        }

        var space = allocation.Kind == IRAllocationKind.Shared ? "__local" : "__private";
        var (size, alignment) = (Math.Max(allocation.SizeInBytes, 1), Math.Max(allocation.Alignment, 1));
        _text.Line(string.Create(CultureInfo.InvariantCulture, $"{space} uchar {allocation.Name}[{size}] __attribute__((aligned({alignment})));"));
    }

    private string Place(IRParameter parameter) => parameter.Kind switch
    {
        IRParameterKind.IndexX or IRParameterKind.IndexY or IRParameterKind.IndexZ =>
            $"({OpenClTypes.NameOf(parameter.Value.Type)}){Index(parameter.Kind - IRParameterKind.IndexX)}",
        >= IRParameterKind.GridIndexX and <= IRParameterKind.GridIndexZ => GridIndex(parameter.Kind - IRParameterKind.GridIndexX),
        >= IRParameterKind.GroupIndexX and <= IRParameterKind.GroupIndexZ => $"(int)get_local_id({parameter.Kind - IRParameterKind.GroupIndexX})",
        >= IRParameterKind.GridDimX and <= IRParameterKind.GridDimZ => GridDim(parameter.Kind - IRParameterKind.GridDimX),
        >= IRParameterKind.GroupDimX and <= IRParameterKind.GroupDimZ => $"(int)get_local_size({parameter.Kind - IRParameterKind.GroupDimX})",
        IRParameterKind.LaneIndex => "lane",
        IRParameterKind.WarpSize => _target.WarpSize.ToString(CultureInfo.InvariantCulture),
        IRParameterKind.DynamicSharedSize => DynamicSharedSize,
        _ => throw new InvalidOperationException($"{parameter} is no place."),
    };

    private string Index(int axis)
    {
        if (!_plan.IsLinear)
            return $"get_global_id({axis})";
        var isLast = axis == _kernel.Indices.Count() - 1;
        var row = string.Concat(Enumerable.Range(0, axis).Select(lower => $" / {Extents[lower]}"));
        return $"(instance{row}{(isLast ? "" : $" % {Extents[axis]}")})";
    }

    /// <summary>A launch over an index space may be cut into several, which start at an offset: the number of the instance tells the group.</summary>
    private string GridIndex(int axis) => !_plan.IsLinear ? $"(int)get_group_id({axis})" : axis == 0 ? "(int)(instance / (long)get_local_size(0))" : "0";

    private string GridDim(int axis) => !_plan.IsLinear
        ? $"(int)get_num_groups({axis})"
        : axis == 0 ? $"(int)(({InstanceCount()} + (long)get_local_size(0) - 1) / (long)get_local_size(0))" : "1";
}
