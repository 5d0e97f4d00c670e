namespace FlowLab.Layers;

/// <summary>
/// Where the parameters of layers with networks lie, when layers come in pairs: those of a layer's own come first, then its network's.
/// </summary>
/// <param name="length">Layers K.</param>
/// <param name="own">Parameters that every layer has beside its network's.</param>
/// <param name="even">Parameters of the network of even layers.</param>
/// <param name="odd">Parameters of the network of odd layers.</param>
/// <param name="context">Numbers of a network's context.</param>
public readonly struct LayerOffsets(int length, int own, int even, int odd, int context)
{
    /// <summary>Layers K.</summary>
    public readonly int Length = length;

    private readonly int _own = own;
    private readonly int _even = even;
    private readonly int _odd = odd;
    private readonly int _context = context;

    /// <summary>The first parameter of a layer.</summary>
    public int Layer(int layer) => layer * _own + layer / 2 * (_even + _odd) + layer % 2 * _even;

    /// <summary>The first parameter of a layer's network.</summary>
    public int Network(int layer) => Layer(layer) + _own;

    /// <summary>The first number of a layer's context.</summary>
    public int Context(int layer) => layer * _context;
}
