using System.Runtime.Intrinsics.X86;

namespace FlowLab.Benchmarks.Blas;

/// <summary>
/// A way to have OpenBLAS choose its kernels: it reads OPENBLAS_CORETYPE once, when it is loaded, and some machines preset it, which can cost a quarter of the speed of a
/// contender. So each way is tried and the fastest counts.
/// </summary>
/// <param name="Name">What figures call it.</param>
/// <param name="Core">The value of the variable; null where it is unset.</param>
/// <param name="Clears">Whether presets are taken away.</param>
internal sealed record OpenBlasWay(string Name, string? Core, bool Clears)
{
    /// <summary>The variable that names the kernels.</summary>
    public const string CoreType = "OPENBLAS_CORETYPE";

    /// <summary>Another one that machines preset together with it.</summary>
    public const string CacheSize = "OPENBLAS_L2_SIZE";

    /// <summary>All ways of this machine: unset, as it presets them, and the widest kernels that the processor can run.</summary>
    public static IReadOnlyList<OpenBlasWay> All { get; } = [.. Ways()];

    /// <summary>The widest kernels; null where OpenBLAS's own choice is all that is known.</summary>
    private static string? Widest => Avx512F.IsSupported ? "SkylakeX" : Avx2.IsSupported ? "Haswell" : null;

    /// <summary>Changes the environment of a process that shall go this way.</summary>
    public void Apply(IDictionary<string, string?> environment)
    {
        if (!Clears)
            return;
        environment.Remove(CacheSize);
        environment.Remove(CoreType);
        if (Core is not null)
            environment[CoreType] = Core;
    }

    public override string ToString() => Core is null ? Name : $"{Name} ({Core})";

    private static IEnumerable<OpenBlasWay> Ways()
    {
        yield return new("unset", null, Clears: true);
        if (Environment.GetEnvironmentVariable(CoreType) is { } preset)
            yield return new("preset", preset, Clears: false);
        if (Widest is { } widest)
            yield return new("widest", widest, Clears: true);
    }
}
