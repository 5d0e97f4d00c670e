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

    /// <summary>The widest that the processor has.</summary>
    internal static MicroKernelSet OfProcessor { get; } =
        Vector512.IsHardwareAccelerated ? MicroKernels512.Set : Vector256.IsHardwareAccelerated ? MicroKernels256.Set : MicroKernels128.Set;

    internal delegate*<nint, float*, float*, CacheHint*, TileOutput*, void> For(int narrow, int wide) => (narrow == Narrow, wide == Wide) switch
    {
        (true, true) => Full,
        (false, true) => FullNarrowTail,
        (true, false) => Half,
        _ => HalfNarrowTail,
    };
}
