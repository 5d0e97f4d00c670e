namespace FlowLab.Layers;

/// <summary>The parameters of one layer, to be given their initial values.</summary>
/// <param name="blocks">The layer's blocks.</param>
/// <param name="values">All of them.</param>
public readonly ref struct LayerStart(IReadOnlyList<LayerBlock> blocks, Span<float> values)
{
    private readonly Span<float> _values = values;

    /// <summary>The parameters of a block, zero on entry.</summary>
    /// <exception cref="ArgumentException">The layer has no block of this name.</exception>
    public Span<float> this[string name]
    {
        get
        {
            int offset = 0;
            foreach (LayerBlock block in blocks)
            {
                if (block.Name == name)
                    return _values.Slice(offset, block.Length);
                offset += block.Length;
            }
            throw new ArgumentException($"There is no block \"{name}\"; the layer has {string.Join(", ", blocks.Select(block => block.Name))}.", nameof(name));
        }
    }
}
