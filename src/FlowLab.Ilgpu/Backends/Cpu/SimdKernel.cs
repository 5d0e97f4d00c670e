using ILGPU.Frontend;
using ILGPU.Passes;
using ILGPU.Runtime;

namespace ILGPU.Backends.Cpu;

/// <summary>
/// A kernel method on vectors: compiled at its first launch, and again for each case of its strides. Where the compiler refuses the
/// method or this backend does not do what it needs, there is no variant and the launch runs the method itself.
/// </summary>
internal sealed class SimdKernel<TArguments>(KernelEntry entry, VectorTable vectors)
    where TArguments : struct
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, SimdVariant<TArguments>?> _variants = [];
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
            catch (Exception error) when (error is SimdLimitException or KernelRefusedException)
            {
                Refusal = error.Message;
                _isRefused = true;
                return null;
            }
        }
    }

    private SimdVariant<TArguments>? FindCase(int number)
    {
        if (!_variants.TryGetValue(number, out var variant))
            _variants[number] = variant = Compile(number);
        _latest = new(number, variant);
        return variant;
    }

    private void Analyze()
    {
        var kernel = KernelFrontend.Build(entry);
        KernelCompiler.Optimize(kernel, verifyEachPass: false);
        _strides = new(new SimdAnalysis(kernel));
        _caseOf = _strides.EmitCase<TArguments>(kernel);
    }

    private SimdVariant<TArguments>? Compile(int number)
    {
        var kernel = KernelFrontend.Build(entry);
        _strides.Apply(kernel, number);
        KernelCompiler.Optimize(kernel, verifyEachPass: false);
        try
        {
            return new(new(kernel), vectors);
        }
        catch (SimdLimitException limit)
        {
            Refusal = limit.Message;
            return null;
        }
    }

    private sealed record Latest(int Case, SimdVariant<TArguments>? Variant);
}
