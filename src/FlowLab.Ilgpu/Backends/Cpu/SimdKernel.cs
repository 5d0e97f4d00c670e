using ILGPU.Frontend;
using ILGPU.IR;
using ILGPU.Passes;
using ILGPU.Runtime;

namespace ILGPU.Backends.Cpu;

/// <summary>A kernel method on vectors: compiled at its first launch, and again for each case of its strides.</summary>
internal sealed class SimdKernel<TArguments>(KernelEntry entry, VectorTable vectors)
    where TArguments : struct
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, SimdVariant<TArguments>> _variants = [];
    private IRKernel? _kernel;
    private StrideParameters _strides = StrideParameters.None;
    private StrideCase<TArguments>? _caseOf;
    private volatile Latest? _latest;
    private volatile bool _isRefused;

    /// <summary>Why launches run the method itself, or null.</summary>
    internal string? Refusal { get; private set; }

    /// <summary>The variant for a launch with these arguments, or null.</summary>
    internal SimdVariant<TArguments>? VariantFor(in TArguments arguments)
    {
        if (_isRefused)
            return null;
        var latest = _latest;
        return latest is not null && _caseOf!(in arguments) == latest.Case ? latest.Variant : Find(in arguments);
    }

    private SimdVariant<TArguments>? Find(in TArguments arguments)
    {
        lock (_lock)
        {
            try
            {
                if (_caseOf is null)
                    Analyze();
                return FindCase(_caseOf!(in arguments));
            }
            catch (KernelRefusedException error)
            {
                Refusal = error.Message;
                _isRefused = true;
                return null;
            }
        }
    }

    private SimdVariant<TArguments> FindCase(int number)
    {
        if (!_variants.TryGetValue(number, out var variant))
            _variants[number] = variant = Compile(number);
        _latest = new(number, variant);
        return variant;
    }

    /// <summary>The kernel is analyzed in its general form, which is what is compiled, too, where it has no strides.</summary>
    private void Analyze()
    {
        _kernel = KernelCompiler.Compile(entry);
        var analysis = new SimdAnalysis(IRCloner.Clone(_kernel), vectors.Lanes);
        _strides = new(analysis);
        _caseOf = _strides.EmitCase<TArguments>(analysis.Kernel);
        if (_strides.Count == 0)
            _variants[0] = new(analysis, vectors);
    }

    private SimdVariant<TArguments> Compile(int number)
    {
        var kernel = IRCloner.Clone(_kernel!);
        _strides.Apply(kernel, number);
        KernelCompiler.Optimize(kernel, verifyEachPass: false);
        return new(new(kernel, vectors.Lanes), vectors);
    }

    private sealed record Latest(int Case, SimdVariant<TArguments> Variant);
}
