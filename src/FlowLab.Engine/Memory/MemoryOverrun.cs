namespace FlowLab.Engine.Memory;

/// <summary>Numbers that were written beside a buffer.</summary>
/// <param name="Buffer">What the buffer holds.</param>
/// <param name="Length">Its elements.</param>
/// <param name="First">Index of the first number, as the buffer's elements are counted: negative before it, from its length on behind it.</param>
/// <param name="Count">How many were found changed.</param>
internal sealed record MemoryOverrun(string Buffer, long Length, long First, int Count)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{Count} {(Count == 1 ? "element was" : "elements were")} written {(First < 0 ? "before" : "behind")} the buffer of {Buffer}, which has {Length} elements; the first has index {First}");
}
