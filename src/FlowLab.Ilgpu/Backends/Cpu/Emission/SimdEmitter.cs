using System.Reflection;
using System.Reflection.Emit;
using ILGPU.IR;
using ILGPU.Listings;
using ILGPU.Runtime;

namespace ILGPU.Backends.Cpu;

/// <summary>
/// Emits a kernel with one instance per lane. What is the same in all lanes, and what grows from lane to lane by a constant, is computed
/// as one scalar; all else in vectors. Divergent control runs under the masks of a <see cref="MaskPlan"/>.
/// <para>
/// The method runs the instances x up to end of one row: whole vectors only, or, in its partial form, fewer than one vector under a mask.
/// </para>
/// </summary>
internal sealed partial class SimdEmitter
{
    private readonly IRKernel _kernel;
    private readonly ControlFlow _flow;
    private readonly Divergence _divergence;
    private readonly ValueUses _uses;
    private readonly MaskPlan _plan;
    private readonly VectorTable _vectors;
    private readonly bool _isPartial;
    private readonly Type _argumentsType;
    private readonly DynamicMethod _method;
    private readonly ILGenerator _il;
    private readonly Label _end;

    private SimdEmitter(SimdAnalysis analysis, VectorTable vectors, bool isPartial, Type argumentsType, ILText? listing = null)
    {
        (_kernel, _flow, _divergence, _uses) = (analysis.Kernel, analysis.Flow, analysis.Divergence, analysis.Uses);
        (_vectors, _isPartial, _argumentsType) = (vectors, isPartial, argumentsType);
        _plan = new(_kernel, _flow, _divergence, isPartial);
        _method = new(
            $"{_kernel.Method.Name}.Simd{vectors.Lanes}{(isPartial ? "Partial" : "")}",
            typeof(void),
            [argumentsType.MakeByRefType(), typeof(long), typeof(long), typeof(int), typeof(int)],
            _kernel.Method.Module,
            skipVisibility: true);
        _il = listing is null ? _method.GetILGenerator() : new TracingILGenerator(_method.GetILGenerator(), listing);
        _end = _il.DefineLabel();
    }

    /// <exception cref="SimdLimitException">The kernel needs what the backend does not do.</exception>
    internal static SimdBody<TArguments> Emit<TArguments>(SimdAnalysis analysis, VectorTable vectors, bool isPartial)
        where TArguments : struct
    {
        var emitter = new SimdEmitter(analysis, vectors, isPartial, typeof(TArguments));
        emitter.EmitBody();
        return emitter._method.CreateDelegate<SimdBody<TArguments>>();
    }

    /// <summary>The statements of the form for whole vectors.</summary>
    /// <exception cref="SimdLimitException">The kernel needs what the backend does not do.</exception>
    internal static string List(SimdAnalysis analysis, VectorTable vectors, Type argumentsType)
    {
        var listing = new ILText("arguments&", "x", "end", "y", "z");
        new SimdEmitter(analysis, vectors, isPartial: false, argumentsType, listing).EmitBody();
        return listing.ToString();
    }

    private void EmitBody()
    {
        EmitParameters();
        var (top, test) = (_il.DefineLabel(), _il.DefineLabel());
        if (!_isPartial)
            _il.Emit(OpCodes.Br, test);
        _il.MarkLabel(top);
        EmitIndexX();
        if (_isPartial)
            EmitEntryMask();
        foreach (var block in _flow.Order)
            EmitBlockOrRegion(block);
        _il.MarkLabel(_end);
        if (!_isPartial)
        {
            EmitAdvance();
            _il.MarkLabel(test);
            _il.Emit(OpCodes.Ldarg_1);
            _il.Emit(OpCodes.Ldarg_2);
            _il.Emit(OpCodes.Blt, top);
        }

        _il.Emit(OpCodes.Ret);
    }

    private void EmitAdvance()
    {
        _il.Emit(OpCodes.Ldarg_1);
        _il.Emit(OpCodes.Ldc_I8, (long)_vectors.Lanes);
        _il.Emit(OpCodes.Add);
        _il.Emit(OpCodes.Starg_S, (byte)1);
    }

    private void EmitParameters()
    {
        foreach (var parameter in _kernel.Parameters.Where(parameter => _uses.Of(parameter.Value).Count > 0))
        {
            if (parameter.Kind == IRParameterKind.IndexX)
                continue;
            if (parameter.IsIndex)
                EmitIndex(parameter);
            else
                ParameterAccess.EmitLoad(_il, _argumentsType, parameter);
            Define(parameter.Value);
        }
    }

    private void EmitIndex(IRParameter parameter)
    {
        _il.Emit(OpCodes.Ldarg_S, (byte)(parameter.Kind == IRParameterKind.IndexY ? 3 : 4));
        if (parameter.Value.Type == IRType.Int64)
            _il.Emit(OpCodes.Conv_I8);
    }

    private void EmitIndexX()
    {
        var parameter = _kernel.Parameters.FirstOrDefault(parameter => parameter.Kind == IRParameterKind.IndexX);
        if (parameter is null || _uses.Of(parameter.Value).Count == 0)
            return;
        _il.Emit(OpCodes.Ldarg_1);
        if (parameter.Value.Type == IRType.Int32)
            _il.Emit(OpCodes.Conv_I4);
        Define(parameter.Value);
    }

    /// <summary>The lanes below end - x.</summary>
    private void EmitEntryMask()
    {
        Call(_vectors.IntProperty("Indices"));
        _il.Emit(OpCodes.Ldarg_2);
        _il.Emit(OpCodes.Ldarg_1);
        _il.Emit(OpCodes.Sub);
        _il.Emit(OpCodes.Conv_I4);
        Call(_vectors.Exact("Create", typeof(int)));
        Call(_vectors.Generic("LessThan", typeof(int), 2));
        _il.Emit(OpCodes.Stloc, MaskOf(_kernel.Entry));
    }

    private void Call(MethodInfo method) => _il.Emit(OpCodes.Call, method);
}
