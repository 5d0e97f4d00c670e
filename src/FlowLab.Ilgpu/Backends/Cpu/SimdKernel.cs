using ILGPU.Frontend;
using ILGPU.IR;
using ILGPU.Passes;
using ILGPU.Runtime;

namespace ILGPU.Backends.Cpu;

/// <summary>
/// A kernel method on vectors: compiled at its first launch, and again for each case of its strides and each form of groups. It lives as
/// long as its method; the launches of all accelerators share it.
/// </summary>
internal sealed class SimdKernel<TArguments> : IKernelVariants<TArguments>
    where TArguments : struct
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(int Case, SimdForm Form), KernelVariant<TArguments>> _variants = [];
    private readonly KernelEntry _entry;
    private readonly VectorTable _vectors;
    private readonly int _groupSize;
    private readonly bool _usesGroups;
    private IRKernel? _kernel;
    private StrideParameters _strides = StrideParameters.None;
    private StrideCase<TArguments>? _caseOf;
    private volatile Latest? _latest;

    /// <param name="entry">The kernel.</param>
    /// <param name="vectors">The vectors to run it on.</param>
    /// <param name="groupSize">Threads in the groups of a kernel with an index that uses groups.</param>
    internal SimdKernel(KernelEntry entry, VectorTable vectors, int groupSize) =>
        (_entry, _vectors, _groupSize, _usesGroups) = (entry, vectors, groupSize, KernelTraits.Of(entry).UsesGroups);

    public KernelVariant<TArguments> VariantFor(in TArguments arguments, in LaunchDimensions dimensions)
    {
        var latest = _latest;
        return latest is not null && _caseOf!(in arguments) == latest.Case && FormOf(in dimensions) == latest.Form
            ? latest.Variant
            : Find(in arguments, in dimensions);
    }

    private KernelVariant<TArguments> Find(in TArguments arguments, in LaunchDimensions dimensions)
    {
        lock (_lock)
        {
            if (_kernel is null)
                Analyze(FormOf(in dimensions));
            var key = (_caseOf!(in arguments), FormOf(in dimensions));
            if (!_variants.TryGetValue(key, out var variant))
                _variants[key] = variant = Compile(key.Item1, key.Item2);
            _latest = new(key.Item1, key.Item2, variant);
            return variant;
        }
    }

    private SimdForm FormOf(in LaunchDimensions dimensions)
    {
        if (!_usesGroups)
            return SimdForm.Rows;
        var group = dimensions.Group;
        return !dimensions.IsGrouped || group.X % _vectors.Lanes == 0 || group.X == group.LongSize ? SimdForm.Groups : SimdForm.CrossingGroups;
    }

    /// <summary>The kernel is analyzed in its general form, which is what is compiled, too, where it has no strides.</summary>
    private void Analyze(SimdForm form)
    {
        _kernel = KernelCompiler.Compile(_entry);
        var analysis = new SimdAnalysis(IRCloner.Clone(_kernel), form, _vectors.Lanes);
        _strides = new(analysis);
        _caseOf = _strides.EmitCase<TArguments>(analysis.Kernel);
        if (_strides.Count == 0)
            _variants[(0, form)] = New(analysis);
    }

    private KernelVariant<TArguments> Compile(int number, SimdForm form)
    {
        var kernel = IRCloner.Clone(_kernel!);
        _strides.Apply(kernel, number);
        KernelCompiler.Optimize(kernel, verifyEachPass: false);
        return New(new(kernel, form, _vectors.Lanes));
    }

    private KernelVariant<TArguments> New(SimdAnalysis analysis) => analysis.IsGrouped
        ? new GroupVariant<TArguments>(analysis, _vectors, _groupSize)
        : new RowVariant<TArguments>(analysis, _vectors);

    private sealed record Latest(int Case, SimdForm Form, KernelVariant<TArguments> Variant);
}
