using System.Globalization;
using System.Text;
using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>
/// Writes an optimised kernel as OpenCL C 1.2: one C variable per SSA value, labels and gotos for the control flow, assignments on the edges
/// for phis. Every pointer has the address space of the memory that it comes from.
/// </summary>
internal sealed partial class OpenClEmitter
{
    private readonly IRKernel _kernel;
    private readonly OpenClTarget _target;
    private readonly PointerFacts _pointers;
    private readonly OpenClPlan _plan;
    private readonly OpenClNames _names;
    private readonly OpenClHelpers _helpers = new();
    private readonly OpenClText _text = new();
    private readonly List<OpenClArgument> _arguments = [];

    private OpenClEmitter(IRKernel kernel, OpenClTarget target)
    {
        kernel.Renumber();
        _kernel = kernel;
        _target = target;
        _pointers = new(kernel);
        _plan = new(kernel, target);
        _names = new(kernel);
    }

    /// <exception cref="KernelRefusedException">The kernel needs what the device does not have.</exception>
    internal static OpenClSource Emit(IRKernel kernel, OpenClTarget target)
    {
        var emitter = new OpenClEmitter(kernel, target);
        emitter.Verify();
        return emitter.Emit();
    }

    private OpenClSource Emit()
    {
        AddArguments();
        _text.Open();
        EmitPrologue();
        if (_plan.IsStepped)
            EmitSteps();
        else
            EmitBlocks();
        _text.Close();
        var shared = _kernel.Allocations.Where(allocation => allocation.Kind == IRAllocationKind.Shared).Sum(allocation => allocation.SizeInBytes);
        return new(Assemble(), _names.EntryPoint, _arguments, _kernel.IsGrouped, _plan.IsLinear, shared);
    }

    private string Assemble()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"// {_kernel.Name}\n");
        foreach (var extension in Extensions())
            text.Append(CultureInfo.InvariantCulture, $"#pragma OPENCL EXTENSION {extension} : enable\n");
        text.Append("#pragma OPENCL FP_CONTRACT OFF\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{_helpers}");
        text.Append(CultureInfo.InvariantCulture, $"{_plan.Attribute}__kernel void {_names.EntryPoint}(\n");
        text.Append(string.Join(",\n", _arguments.Select(argument => $"    {Declaration(argument)}"))).Append(")\n");
        return text.Append(_text).ToString();
    }

    private IEnumerable<string> Extensions()
    {
        if (UsesDoubles())
            yield return "cl_khr_fp64";
        if (LongAtomics().Any())
        {
            yield return "cl_khr_int64_base_atomics";
            if (_target.HasExtendedLongAtomics)
                yield return "cl_khr_int64_extended_atomics";
        }

        if (!_plan.UsesSubGroups)
            yield break;
        yield return _target.Shuffles == OpenClShuffles.Intel ? "cl_intel_subgroups" : "cl_khr_subgroups";
        if (_target.Shuffles == OpenClShuffles.Khronos)
            yield return "cl_khr_subgroup_shuffle";
        yield return "cl_intel_required_subgroup_size";
    }

    private bool UsesDoubles() => FirstDouble() is not null || _kernel.Parameters.Any(parameter => parameter.Value.Type == IRType.Float64);

    private IRValue? FirstDouble() => _kernel.Values.FirstOrDefault(value =>
        value.Type == IRType.Float64 || value.Operands.Any(operand => operand.Type == IRType.Float64));

    private IEnumerable<IRValue> LongAtomics() => _kernel.Values.Where(value => value.Opcode == IROpcode.Atomic && value.Type.SizeInBytes == 8
        && _pointers.SpaceOf(value.Operands[0]) != AddressSpace.Private);

    private void Verify()
    {
        if (!_target.HasDoubles && UsesDoubles())
            throw Refuse(OpenClRefusals.Doubles, "", FirstDouble());
        if (!_target.HasLongAtomics && LongAtomics().FirstOrDefault() is { } atomic)
            throw Refuse(OpenClRefusals.LongAtomics, $"{atomic.Atomic}", atomic);
        if (_kernel.Values.FirstOrDefault(value => value.Type == IRType.Pointer && _pointers.SpaceOf(value) == AddressSpace.Mixed) is { } mixed)
            throw Refuse(OpenClRefusals.MixedMemory, "", mixed);
    }

    private KernelRefusedException Refuse(KernelRefusal refusal, string detail, IRValue? value) =>
        new(refusal, detail, value?.Location ?? new IRLocation(_kernel.Method, 0, null));
}
