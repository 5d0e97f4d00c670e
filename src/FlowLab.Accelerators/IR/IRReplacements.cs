namespace FlowLab.Accelerators.IR;

/// <summary>
/// Values that a pass takes out of a kernel, and what stands for each of them. The values keep it themselves, see
/// <see cref="IRValue.Replacement"/>: what is replaced never comes back.
/// </summary>
internal sealed class IRReplacements
{
    internal int Count { get; private set; }

    internal void Add(IRValue replaced, IRValue replacement)
    {
        Count++;
        replaced.Replacement = replacement;
    }

    internal static bool Contains(IRValue value) => value.Replacement is not null;

    /// <summary>What stands for a value, chains followed to their end; mostly the value itself.</summary>
    internal static IRValue Resolve(IRValue value)
    {
        while (value.Replacement is { } replacement)
            value = replacement;
        return value;
    }
}
