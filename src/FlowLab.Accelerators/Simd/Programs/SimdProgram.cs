using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.IR;
using FlowLab.Accelerators.Launches;
using FlowLab.Accelerators.Passes;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// A kernel method on vectors: compiled at its first launch, and again for each case of its strides and each form of groups. It lives as
/// long as its method; the launches of all accelerators share it.
/// </summary>
internal sealed unsafe class SimdProgram
{
    private readonly Lock _lock = new();
    private readonly List<Known> _variants = [];
    private readonly KernelEntry _entry;
    private readonly VectorTable _vectors;
    private readonly bool _usesGroups;
    private IRKernel? _kernel;
    private StrideParameters? _strides;
    private StrideCase? _caseOf;
    private volatile Known? _latest;

    /// <param name="entry">The kernel.</param>
    /// <param name="vectors">The vectors to run it on.</param>
    internal SimdProgram(KernelEntry entry, VectorTable vectors) =>
        (_entry, _vectors, _usesGroups) = (entry, vectors, KernelTraits.Of(entry, PerLaneOperations.Supports).UsesGroups);

    internal ProgramVariant VariantFor(long* arguments, in LaunchDimensions dimensions)
    {
        var latest = _latest;
        return latest is not null && latest.Is(_caseOf!(arguments), FormOf(in dimensions)) ? latest.Variant : Find(arguments, in dimensions);
    }

    private ProgramVariant Find(long* arguments, in LaunchDimensions dimensions)
    {
        lock (_lock)
        {
            if (_caseOf is null)
                FindStrides();
            var (number, form) = (_caseOf!(arguments), FormOf(in dimensions));
            foreach (var known in _variants)
            {
                if (known.Is(number, form))
                    return (_latest = known).Variant;
            }

            _latest = new(number, form, Compile(number, form));
            _variants.Add(_latest);
            return _latest.Variant;
        }
    }

    private SimdForm FormOf(in LaunchDimensions dimensions)
    {
        if (!_usesGroups)
            return SimdForm.Rows;
        var group = dimensions.Group;
        return !dimensions.IsGrouped || group.X % _vectors.Lanes == 0 || group.X == group.LongSize ? SimdForm.Groups : SimdForm.CrossingGroups;
    }

    /// <summary>Strides are found in what the frontend made, which the first case is compiled from then.</summary>
    private void FindStrides()
    {
        _kernel = KernelTranslations.Take(_entry, PerLaneOperations.Supports);
        _strides = new(_kernel);
        _caseOf = _strides.EmitCase(_kernel);
    }

    /// <summary>The strides are constants before the first pass; a second case, which is rare, is translated again.</summary>
    private ProgramVariant Compile(int number, SimdForm form)
    {
        var kernel = _kernel ?? KernelFrontend.Build(_entry, PerLaneOperations.Supports);
        _kernel = null;
        _strides!.Apply(kernel, number);
        KernelOptimizer.Optimize(kernel);
        return New(new(kernel, form, _vectors.Lanes));
    }

    private ProgramVariant New(SimdAnalysis analysis) => analysis.IsGrouped
        ? new GroupVariant(analysis, _vectors, _entry.GroupSize)
        : new RowVariant(analysis, _vectors);

    private sealed class Known(int number, SimdForm form, ProgramVariant variant)
    {
        internal ProgramVariant Variant { get; } = variant;

        internal bool Is(int otherNumber, SimdForm otherForm) => number == otherNumber && form == otherForm;
    }
}
