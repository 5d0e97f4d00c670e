namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>The memory of a panel that comes next, dealt out to the micro-kernel calls before it.</summary>
internal readonly unsafe struct PanelHint
{
    /// <summary>Floats of a cache line.</summary>
    private const int Line = 16;

    private readonly float* _first;
    private readonly nint _stride;
    private readonly nint _callStride;
    private readonly int _calls;

    private PanelHint(float* first, nint stride, nint callStride, int calls)
    {
        _first = first;
        (_stride, _callStride, _calls) = (stride, callStride, calls);
    }

    /// <summary>Memory without gaps.</summary>
    internal static PanelHint OfBlock(float* first, int width, int depth) => new(first, Line, (nint)depth * Line, (width + Line - 1) / Line);

    /// <summary>A row of the panel at every stride.</summary>
    internal static PanelHint OfRows(float* first, nint stride, int width) => new(first, stride, Line, (width + Line - 1) / Line);

    /// <summary>What the micro-kernel call of this number asks for.</summary>
    internal CacheHint ForCall(int call, float* nothing) => call < _calls ? new(_first + (call * _callStride), _stride) : new(nothing, 0);
}
