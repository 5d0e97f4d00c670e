namespace FlowLab.Accelerators.Frontend;

/// <summary>The values of all <see cref="SpecializedValue{T}"/> arguments of a kernel, as the bits of their scalars in order.</summary>
internal sealed class SpecializedArguments(ReadOnlySpan<long> bits) : IEquatable<SpecializedArguments>
{
    private readonly long[] _bits = bits.ToArray();

    /// <summary>The bits of the n-th scalar, as those of an IR constant.</summary>
    internal long this[int n] => _bits[n];

    internal bool Are(ReadOnlySpan<long> bits) => bits.SequenceEqual(_bits);

    public bool Equals(SpecializedArguments? other) => other is not null && Are(other._bits);

    public override bool Equals(object? obj) => Equals(obj as SpecializedArguments);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var bits in _bits)
            hash.Add(bits);
        return hash.ToHashCode();
    }

    public override string ToString() => string.Join(", ", _bits);
}
