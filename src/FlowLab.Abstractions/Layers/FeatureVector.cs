namespace FlowLab.Layers;

/// <summary>
/// z of one sample, as the author of a layer sees it. Kernels do not use it: the generator reads the layer's C# and writes loops over samples
/// in memory. A test calls the layer itself with it, and a debugger steps through.
/// </summary>
/// <param name="values">z, [D].</param>
public readonly ref struct FeatureVector(Span<float> values)
{
    private readonly Span<float> _values = values;

    /// <summary>Dimension D.</summary>
    public int Length => _values.Length;

    /// <summary>z_i, counted from 0.</summary>
    public ref float this[int index] => ref _values[index];
}
