namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>How a dimension of a product is cut into panels: as many of full width as fit, then narrower ones.</summary>
internal readonly struct PanelLayout
{
    private readonly int _full;
    private readonly int _tail;
    private readonly int _fullCount;

    /// <param name="length">Elements of the dimension.</param>
    /// <param name="full">The width of a full panel.</param>
    /// <param name="tail">The width of the panels for the rest, unless one full panel with gaps is as narrow as they are together.</param>
    internal PanelLayout(int length, int full, int tail)
    {
        int rest = length % full;
        int tails = (rest + tail - 1) / tail;
        bool padsRest = tails * tail >= full;
        (Length, _full, _tail) = (length, full, tail);
        _fullCount = (length / full) + (padsRest ? 1 : 0);
        Count = _fullCount + (padsRest ? 0 : tails);
        PaddedLength = OffsetOf(Count);
    }

    internal int Length { get; }

    /// <summary>Panels.</summary>
    internal int Count { get; }

    /// <summary>The widths of all panels together.</summary>
    internal int PaddedLength { get; }

    /// <summary>The first element of a panel.</summary>
    internal int OffsetOf(int panel) => panel <= _fullCount ? panel * _full : (_fullCount * _full) + ((panel - _fullCount) * _tail);

    internal int WidthOf(int panel) => panel < _fullCount ? _full : _tail;

    internal PanelSpan this[int panel]
    {
        get
        {
            (int first, int width) = (OffsetOf(panel), WidthOf(panel));
            return new(first, width, Math.Min(width, Length - first));
        }
    }

    /// <summary>How many panels from the first on, one that is full, are like it.</summary>
    internal int CountAlike(int first, int end)
    {
        int alike = 1;
        while (first + alike < end && this[first + alike].Used == WidthOf(first))
            alike++;
        return alike;
    }
}
