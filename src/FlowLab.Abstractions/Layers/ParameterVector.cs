namespace FlowLab.Layers;

/// <summary>A block of a layer's parameters, as the author of a layer sees it. As long as z, unless <see cref="LengthAttribute"/> says otherwise.</summary>
/// <param name="values">The parameters.</param>
public readonly ref struct ParameterVector(ReadOnlySpan<float> values)
{
    private readonly ReadOnlySpan<float> _values = values;

    /// <summary>How many parameters.</summary>
    public int Length => _values.Length;

    /// <summary>One parameter, counted from 0.</summary>
    public float this[int index] => _values[index];
}
