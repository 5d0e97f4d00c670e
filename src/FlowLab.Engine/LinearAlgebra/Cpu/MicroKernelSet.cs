using System.Runtime.Intrinsics;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>
/// The innermost loops for one width of vectors. A micro-kernel multiplies a narrow panel by a wide panel: the sums of a tile stay in
/// registers while it walks the depth, and each sum is one chain of fused multiply-adds, so that all micro-kernels of all widths give the same bits.
/// </summary>
/// <param name="narrow">Rows of the largest tile, each number broadcast.</param>
/// <param name="narrowTail">Rows of the smaller tile for what is left over.</param>
/// <param name="wide">Columns of the largest tile: two vectors. The smaller tile for what is left over has half of them.</param>
internal sealed unsafe class MicroKernelSet(int narrow, int narrowTail, int wide)
{
    /// <summary>tile[n, w] = sum over d of narrow[d, n] wide[d, w], to the output; meanwhile the hint is asked for, a line per d.</summary>
    internal delegate*<nint, float*, float*, CacheHint*, TileOutput*, void> Full { get; init; }

    internal delegate*<nint, float*, float*, CacheHint*, TileOutput*, void> FullNarrowTail { get; init; }

    internal delegate*<nint, float*, float*, CacheHint*, TileOutput*, void> Half { get; init; }

    internal delegate*<nint, float*, float*, CacheHint*, TileOutput*, void> HalfNarrowTail { get; init; }

    internal int Narrow { get; } = narrow;

    internal int NarrowTail { get; } = narrowTail;

    internal int Wide { get; } = wide;

    internal int WideTail => Wide / 2;

    /// <summary>Eight rows by two vectors: 16 of 32 registers hold sums.</summary>
    internal static MicroKernelSet Of128 { get; } = new(8, 4, 2 * Vector128<float>.Count)
    {
        Full = &MicroKernels<Vector128<float>, Width128>.Full8,
        FullNarrowTail = &MicroKernels<Vector128<float>, Width128>.Full4,
        Half = &MicroKernels<Vector128<float>, Width128>.Half8,
        HalfNarrowTail = &MicroKernels<Vector128<float>, Width128>.Half4,
    };

    /// <summary>Six rows by two vectors: 12 of 16 registers hold sums, two a row of the wide panel, one a broadcast number.</summary>
    internal static MicroKernelSet Of256 { get; } = new(6, 4, 2 * Vector256<float>.Count)
    {
        Full = &MicroKernels<Vector256<float>, Width256>.Full6,
        FullNarrowTail = &MicroKernels<Vector256<float>, Width256>.Full4,
        Half = &MicroKernels<Vector256<float>, Width256>.Half6,
        HalfNarrowTail = &MicroKernels<Vector256<float>, Width256>.Half4,
    };

    /// <summary>Twelve rows by two vectors: 24 of 32 registers hold sums, enough to hide the latency of the units, and every pair of loads feeds 24 operations.</summary>
    internal static MicroKernelSet Of512 { get; } = new(12, 4, 2 * Vector512<float>.Count)
    {
        Full = &MicroKernels<Vector512<float>, Width512>.Full12,
        FullNarrowTail = &MicroKernels<Vector512<float>, Width512>.Full4,
        Half = &MicroKernels<Vector512<float>, Width512>.Half12,
        HalfNarrowTail = &MicroKernels<Vector512<float>, Width512>.Half4,
    };

    /// <summary>The widest that the processor has.</summary>
    internal static MicroKernelSet OfProcessor => Vector512.IsHardwareAccelerated ? Of512 : Vector256.IsHardwareAccelerated ? Of256 : Of128;

    internal delegate*<nint, float*, float*, CacheHint*, TileOutput*, void> For(int narrow, int wide) => (narrow == Narrow, wide == Wide) switch
    {
        (true, true) => Full,
        (false, true) => FullNarrowTail,
        (true, false) => Half,
        _ => HalfNarrowTail,
    };
}
