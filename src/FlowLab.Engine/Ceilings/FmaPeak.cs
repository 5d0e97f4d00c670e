using System.Diagnostics;
using System.Runtime.Intrinsics;
using FlowLab.Accelerators.Simd;
using FlowLab.Engine.LinearAlgebra.Cpu;

namespace FlowLab.Engine.Ceilings;

/// <summary>
/// What all threads of an accelerator do in fused multiply-adds alone, without memory: the greatest rate of several kinds of chains in several windows. It is
/// a bound for others, and a window can only be disturbed downwards, so that whatever is faster proves the peak wrong: <see cref="IsBeatenBy"/>. Windows are long
/// enough for processors to reach the clock that they keep under such work; as that clock changes, they are repeated beside what is measured.
/// </summary>
public sealed class FmaPeak
{
    private const int Windows = 8;
    private const int PiecesPerThread = 8;
    private const double WindowSeconds = 0.02;

    /// <summary>The clock moves by the percent between two measurements.</summary>
    private const double Tolerance = 0.02;

    private static readonly Kind[] Kinds =
    [
        new("512 bits, 24 chains", Vector512.IsHardwareAccelerated, steps => FmaChains<Vector512<float>, Width512>.Run(24, steps)),
        new("512 bits, 12 chains", Vector512.IsHardwareAccelerated, steps => FmaChains<Vector512<float>, Width512>.Run(12, steps)),
        new("256 bits, 24 chains", Vector512.IsHardwareAccelerated, steps => FmaChains<Vector256<float>, Width256>.Run(24, steps)),
        new("256 bits, 12 chains", Vector256.IsHardwareAccelerated, steps => FmaChains<Vector256<float>, Width256>.Run(12, steps)),
        new("128 bits, 24 chains", !Vector256.IsHardwareAccelerated, steps => FmaChains<Vector128<float>, Width128>.Run(24, steps)),
        new("128 bits, 12 chains", !Vector256.IsHardwareAccelerated, steps => FmaChains<Vector128<float>, Width128>.Run(12, steps)),
    ];

    private readonly SimdAccelerator _accelerator;
    private Kind _best = Kinds[0];

    private FmaPeak(SimdAccelerator accelerator) => _accelerator = accelerator;

    /// <summary>The greatest rate so far, floating-point operations per second on all threads.</summary>
    public double Rate { get; private set; }

    /// <summary>Which chains reached it, on how many threads.</summary>
    public string Description => $"{_best.Name}, {_accelerator.NumThreads} threads";

    /// <summary>Measures all kinds of chains that the processor has; takes about half a second.</summary>
    public static FmaPeak Measure(SimdAccelerator accelerator)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        var peak = new FmaPeak(accelerator);
        foreach (Kind kind in Kinds.Where(kind => kind.IsThere))
            peak.Measure(kind);
        return peak;
    }

    /// <summary>Measures the fastest chains once more, as the clock may have risen.</summary>
    public void Renew() => Measure(_best);

    /// <summary>Whether useful work is faster than the peak, which is then none. Looks twice, as the clock may have risen since.</summary>
    /// <param name="rate">Floating-point operations per second.</param>
    public bool IsBeatenBy(double rate)
    {
        if (rate > Rate)
            Renew();
        return rate > Rate * (1 + Tolerance);
    }

    private void Measure(Kind kind)
    {
        long steps = StepsOf(kind);
        for (int window = 0; window < Windows; window++)
        {
            double rate = RateOf(kind, steps);
            if (rate > Rate)
                (Rate, _best) = (rate, kind);
        }
    }

    /// <summary>As many steps per piece as make the pieces fill a window.</summary>
    private long StepsOf(Kind kind)
    {
        const long Trial = 10_000;
        double seconds = kind.Run(Trial) * PiecesPerThread * _accelerator.NumThreads / RateOf(kind, Trial);
        return Math.Max(Trial, (long)(Trial * WindowSeconds / seconds));
    }

    private double RateOf(Kind kind, long steps)
    {
        int left = PiecesPerThread * _accelerator.NumThreads;
        double operations = 0;
        long start = Stopwatch.GetTimestamp();
        _accelerator.RunOnThreads(() =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
                Volatile.Write(ref operations, kind.Run(steps));
        });
        return operations * PiecesPerThread * _accelerator.NumThreads / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private sealed record Kind(string Name, bool IsThere, Func<long, double> Run);
}
