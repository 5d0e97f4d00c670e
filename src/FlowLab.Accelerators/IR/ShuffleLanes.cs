namespace FlowLab.Accelerators.IR;

/// <summary>Which lane a shuffle reads.</summary>
internal static class ShuffleLanes
{
    /// <param name="kind">What the selector means.</param>
    /// <param name="lane">The own lane.</param>
    /// <param name="selector">The second operand.</param>
    /// <param name="width">Lanes in a part of the warp, a power of two.</param>
    internal static int SourceOf(ShuffleKind kind, int lane, int selector, int width)
    {
        var own = lane & (width - 1);
        var source = kind switch
        {
            ShuffleKind.Index => selector & (width - 1),
            ShuffleKind.Down => (long)own + selector,
            ShuffleKind.Up => (long)own - selector,
            _ => own ^ selector,
        };
        return source < 0 || source >= width ? lane : lane - own + (int)source;
    }
}
