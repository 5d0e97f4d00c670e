namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>The memory of a panel that comes next: the micro-kernel calls before it tell it to the cache, until all was told.</summary>
internal unsafe struct PanelHint
{
    /// <summary>What the next call goes on with; calls write back how far they came.</summary>
    internal CacheHint Lines;

    private nint _linesLeft;

    /// <param name="first">The first element.</param>
    /// <param name="stride">Floats from one row in memory to the next.</param>
    /// <param name="rows">Rows in memory.</param>
    /// <param name="length">Elements of a row.</param>
    internal PanelHint(float* first, nint stride, int rows, int length)
    {
        int lines = Math.Max(1, (length + CacheHint.Line - 1) / CacheHint.Line);
        Lines = new(first, lines, stride);
        _linesLeft = (nint)lines * rows;
    }

    /// <summary>To be called before every call of a micro-kernel.</summary>
    /// <param name="depth">Lines that the call will ask for.</param>
    /// <param name="idle">A line that is in the cache anyway, for when all was told.</param>
    internal void Prepare(int depth, float* idle)
    {
        if (_linesLeft <= 0)
            Lines = CacheHint.Idle(idle);
        _linesLeft -= depth;
    }
}
