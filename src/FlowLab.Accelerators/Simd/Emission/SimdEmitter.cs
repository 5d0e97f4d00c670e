using System.Reflection;
using System.Reflection.Emit;
using FlowLab.Accelerators.IR;
using FlowLab.Accelerators.Launches;
using FlowLab.Accelerators.Tracing;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// Emits a kernel with one instance per lane. What is the same in all lanes, and what grows from lane to lane by a constant, is computed
/// as one scalar; all else in vectors. Divergent control runs under the masks of a <see cref="MaskPlan"/>.
/// <para>
/// There are two forms: for whole vectors only, and for fewer instances than a vector has lanes, under a mask.
/// </para>
/// </summary>
internal sealed unsafe partial class SimdEmitter
{
    private readonly IRKernel _kernel;
    private readonly SimdAnalysis _analysis;
    private readonly ControlFlow _flow;
    private readonly Divergence _divergence;
    private readonly ValuePlan _values;
    private readonly LocalSpans _spans;
    private readonly MaskPlan _plan;
    private readonly VectorTable _vectors;
    private readonly bool _isPartial;
    private readonly DynamicMethod _method;
    private readonly ILGenerator _il;
    private readonly Label _end;

    private SimdEmitter(SimdAnalysis analysis, VectorTable vectors, bool isPartial, ILText? listing = null)
    {
        (_kernel, _analysis, _flow, _divergence, _values) = (analysis.Kernel, analysis, analysis.Flow, analysis.Divergence, analysis.Values);
        _spans = analysis.Spans;
        (_vectors, _isPartial) = (vectors, isPartial);
        _plan = new(_kernel, _flow, _divergence, isPartial);
        var blocks = _kernel.Blocks.Count;
        (_labels, _masks, _activeBits) = (new Label?[blocks], new LocalBuilder?[blocks], new LocalBuilder?[blocks]);
        _locals = new LocalBuilder?[Roles * analysis.Uses.Count];
        _method = new(
            $"{_kernel.Method.Name}.Simd{vectors.Lanes}{(isPartial ? "Partial" : "")}",
            analysis.IsGrouped ? typeof(int) : typeof(void),
            analysis.IsGrouped
                ? [typeof(long*), typeof(GroupState*), typeof(int), typeof(int), typeof(long), typeof(int)]
                : [typeof(long*), typeof(long), typeof(long), typeof(int), typeof(int)],
            _kernel.Method.Module,
            skipVisibility: true)
        {
            InitLocals = false,
        };
        _sharesLocals = listing is null;
        _il = listing is null ? _method.GetILGenerator() : new TracingILGenerator(_method.GetILGenerator(), listing);
        _end = _il.DefineLabel();
        FindCountedLoops();
    }

    /// <summary>The method for rows.</summary>
    internal static SimdBody EmitRows(SimdAnalysis analysis, VectorTable vectors, bool isPartial)
    {
        var emitter = new SimdEmitter(analysis, vectors, isPartial);
        emitter.EmitRowBody();
        return emitter._method.CreateDelegate<SimdBody>();
    }

    /// <summary>The method for groups, and the bytes that a warp needs in its frame.</summary>
    internal static (GroupBody Body, long FrameSize) EmitGroups(SimdAnalysis analysis, VectorTable vectors, bool isPartial)
    {
        var emitter = new SimdEmitter(analysis, vectors, isPartial);
        emitter.EmitGroupBody();
        return (emitter._method.CreateDelegate<GroupBody>(), emitter._frameSize);
    }

    /// <summary>The statements of the form for whole vectors.</summary>
    internal static string List(SimdAnalysis analysis, VectorTable vectors)
    {
        var listing = analysis.IsGrouped ? new ILText("arguments", "group", "warp", "end", "frame", "point") : new("arguments", "x", "end", "y", "z");
        var emitter = new SimdEmitter(analysis, vectors, isPartial: false, listing);
        if (analysis.IsGrouped)
            emitter.EmitGroupBody();
        else
            emitter.EmitRowBody();
        return listing.ToString();
    }

    private void EmitBlocks()
    {
        foreach (var block in _flow.Order)
            EmitBlockOrRegion(block);
        _il.MarkLabel(_end);
    }

    private bool IsUsed(IRValue value) => _analysis.Uses.Of(value).Length > 0;

    /// <summary>What is the same for all instances of the launch.</summary>
    private void EmitArguments()
    {
        foreach (var parameter in _kernel.Parameters.Where(parameter => parameter.IsArgument && IsUsed(parameter.Value)))
        {
            ArgumentBlock.EmitLoad(_il, parameter);
            Define(parameter.Value);
        }
    }

    /// <summary>The lanes below the number of instances on the stack.</summary>
    private void EmitEntryMask()
    {
        var count = _il.DeclareLocal(typeof(int));
        _il.Emit(OpCodes.Stloc, count);
        Call(_vectors.IntProperty("Indices"));
        _il.Emit(OpCodes.Ldloc, count);
        Call(_vectors.Exact("Create", typeof(int)));
        Call(_vectors.Generic("LessThan", typeof(int), 2));
        _il.Emit(OpCodes.Stloc, MaskOf(_kernel.Entry));
    }

    private void Call(MethodInfo method) => _il.Emit(OpCodes.Call, method);
}
