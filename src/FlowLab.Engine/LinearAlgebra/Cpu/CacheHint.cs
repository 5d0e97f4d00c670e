using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>
/// Memory that will be needed soon, asked for line by line while something else is computed: runs of lines, one at every stride. An
/// address that does not exist does no harm, the processor ignores it. Four fields, so that the JIT keeps them in registers.
/// </summary>
internal unsafe struct CacheHint
{
    /// <summary>Floats of a cache line.</summary>
    internal const int Line = 16;

    private float* _next;
    private int _left;
    private readonly int _run;
    private readonly nint _skip;

    /// <param name="first">The first run.</param>
    /// <param name="lines">Lines of a run, 1 or more.</param>
    /// <param name="stride">Floats from one run to the next.</param>
    internal CacheHint(float* first, int lines, nint stride)
    {
        _next = first;
        _run = _left = lines;
        _skip = stride - ((nint)lines * Line);
    }

    /// <summary>Asks for one line again and again, for when there is nothing to ask for.</summary>
    internal static CacheHint Idle(float* line) => new(line, 1, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Next()
    {
        if (Sse.IsSupported)
            Sse.Prefetch1(_next);
        _next += Line;
        if (--_left != 0)
            return;
        _left = _run;
        _next += _skip;
    }
}
