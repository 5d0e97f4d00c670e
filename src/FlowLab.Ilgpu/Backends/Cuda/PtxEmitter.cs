using System.Globalization;
using System.Text;
using ILGPU.Frontend;
using ILGPU.IR;

namespace ILGPU.Backends.Cuda;

/// <summary>
/// Writes an optimised kernel as PTX, for devices of compute capability 6.0 and up: one block of text per block of the kernel, one or a few
/// instructions per value, registers without end. The text depends on nothing but the kernel and the options.
/// </summary>
internal sealed partial class PtxEmitter
{
    /// <summary>The oldest version that has the <c>.sync</c> forms of warp operations.</summary>
    internal const string Version = "6.0";

    internal const string Target = "sm_60";

    /// <summary>Lanes of a warp, the same on all devices.</summary>
    internal const int WarpSize = 32;

    private const string DynamicShared = "dynamic_shared";

    private readonly IRKernel _kernel;
    private readonly PtxOptions _options;
    private readonly List<PtxArgument> _arguments;
    private readonly StateSpaces _spaces;
    private readonly HashSet<IRValue> _used;
    private readonly PtxRegisters _registers = new();
    private readonly PtxText _body = new();
    private readonly Dictionary<IRValue, string> _values = [];
    private int _labels;
    private string _line = "";

    private PtxEmitter(IRKernel kernel, PtxOptions options)
    {
        kernel.Renumber();
        (_kernel, _options) = (kernel, options);
        _arguments = PtxArgumentList.Of(kernel);
        _spaces = new(kernel);
        _used = [.. kernel.Values.SelectMany(value => value.Operands)];
    }

    internal static PtxSource Emit(IRKernel kernel, PtxOptions options) => new PtxEmitter(kernel, options).Run();

    private PtxSource Run()
    {
        EmitParameters();
        EmitPlaces();
        EmitAllocations();
        EmitIndex();
        EmitBlocks();
        var name = PtxNames.Of(_kernel.Name);
        return new(Module(name), name, _arguments, _kernel.IsGrouped, _kernel.UsesGroups, SharedSize());
    }

    private int SharedSize() =>
        _kernel.Allocations.Where(allocation => allocation.Kind == IRAllocationKind.Shared).Sum(allocation => allocation.SizeInBytes);

    private string Module(string name)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"// {_kernel.Name}\n.version {Version}\n.target {Target}\n.address_size 64\n\n");
        foreach (var allocation in _kernel.Allocations.Where(allocation => allocation.Kind == IRAllocationKind.DynamicShared))
            text.Append(CultureInfo.InvariantCulture, $".extern .shared .align {allocation.Alignment} .b8 {DynamicShared}[];\n\n");
        text.Append(CultureInfo.InvariantCulture, $".visible .entry {name}(\n");
        text.AppendJoin(",\n", _arguments.Select(parameter => $"\t.param .{TypeOf(parameter)} {parameter.Name}")).Append("\n)\n");
        foreach (var line in Directives())
            text.Append(line).Append('\n');
        text.Append("{\n");
        foreach (var line in _registers.Declarations().Concat(Variables()))
            text.Append('\t').Append(line).Append('\n');
        return text.Append('\n').Append(_body).Append("}\n").ToString();
    }

    private static string TypeOf(PtxArgument parameter) => (parameter.Type == IRType.Bool ? IRType.Int32 : parameter.Type).Unsigned;

    private IEnumerable<string> Directives()
    {
        if (_options.MaxThreads is { } threads)
            yield return string.Create(CultureInfo.InvariantCulture, $".maxntid {threads}, 1, 1");
        if (_options is { MaxThreads: not null, MinGroups: { } groups })
            yield return string.Create(CultureInfo.InvariantCulture, $".minnctapersm {groups}");
    }

    private IEnumerable<string> Variables() =>
        from allocation in _kernel.Allocations
        where allocation.Kind != IRAllocationKind.DynamicShared
        let space = allocation.Kind == IRAllocationKind.Local ? "local" : "shared"
        select string.Create(CultureInfo.InvariantCulture, $".{space} .align {allocation.Alignment} .b8 {allocation.Name}[{allocation.SizeInBytes}];");

    /// <summary>A comment where the line of the source changes.</summary>
    private void EmitLine(IRLocation? location)
    {
        if (!_options.HasSourceLines || location is null)
            return;
        var line = SourceLine.Of(location).Trim(' ', '(', ')');
        if (line.Length > 0 && line != _line)
            _body.Comment(line);
        _line = line;
    }
}
