using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>
/// Memory that will be needed soon, asked for line by line while something else is computed. An address that does not exist does no
/// harm: the processor ignores it.
/// </summary>
internal unsafe struct CacheHint(float* first, nint stride)
{
    private float* _next = first;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Next()
    {
        if (Sse.IsSupported)
            Sse.Prefetch1(_next);
        _next += stride;
    }
}
