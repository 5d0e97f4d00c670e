namespace FlowLab.Plugins.Hamiltonian;

/// <summary>
/// Where the parameters of a flow are. A draw of the momentum and the layers up to the next one are a stretch: draw.scale, draw.shift, draw.drift and draw.logsd
/// [D] each; per layer step [D], cool [1] if tempered, share [1], pull [D] and push [D] if annealed; reverse.scale, reverse.shift, reverse.drift and
/// reverse.logsd [D] each.
/// </summary>
/// <param name="dimension">Dimension D.</param>
/// <param name="length">Layers K.</param>
/// <param name="refresh">Layers of a stretch; the last one may be shorter.</param>
/// <param name="isTempered">1: layers have a factor on the momentum.</param>
/// <param name="isAnnealed">1: layers have a path.</param>
/// <param name="largestStep">The bound of step sizes.</param>
public readonly struct HamiltonianShape(int dimension, int length, int refresh, int isTempered, int isAnnealed, float largestStep)
{
    /// <summary>Dimension D.</summary>
    public readonly int Dimension = dimension;

    /// <summary>Layers K.</summary>
    public readonly int Length = length;

    /// <summary>The bound of step sizes.</summary>
    public readonly float LargestStep = largestStep;

    private readonly int _refresh = refresh;
    private readonly int _isTempered = isTempered;
    private readonly int _isAnnealed = isAnnealed;

    /// <summary>Whether layers have a factor on the momentum; its number in a layer is D.</summary>
    public bool IsTempered => _isTempered != 0;

    /// <summary>Whether layers have a path.</summary>
    public bool IsAnnealed => _isAnnealed != 0;

    /// <summary>The number of the target's share in a layer.</summary>
    public int Share => Dimension + (IsTempered ? 1 : 0);

    /// <summary>The first number of the pull in a layer.</summary>
    public int Pull => Share + 1;

    /// <summary>The first number of the push in a layer.</summary>
    public int Push => Pull + Dimension;

    /// <summary>Parameters of a layer.</summary>
    public int LayerStride => Share + (IsAnnealed ? 1 + 2 * Dimension : 0);

    /// <summary>Draws of the momentum.</summary>
    public int Stretches => (Length + _refresh - 1) / _refresh;

    /// <summary>Parameters P.</summary>
    public int Count => Reverse(Stretches - 1) + 4 * Dimension;

    /// <summary>The stretch of a layer.</summary>
    public int StretchOf(int layer) => layer / _refresh;

    /// <summary>Whether the momentum is drawn before a layer.</summary>
    public bool IsFirst(int layer) => layer % _refresh == 0;

    /// <summary>Whether the momentum ends behind a layer.</summary>
    public bool IsLast(int layer) => (layer + 1) % _refresh == 0 || layer == Length - 1;

    /// <summary>The first parameter of a stretch, that of its draw.</summary>
    public int Draw(int stretch) => stretch * (8 * Dimension + _refresh * LayerStride);

    /// <summary>The first parameter of a layer.</summary>
    public int Layer(int layer) => Draw(StretchOf(layer)) + 4 * Dimension + layer % _refresh * LayerStride;

    /// <summary>The first parameter of the reverse model of a stretch.</summary>
    public int Reverse(int stretch)
    {
        int rest = Length - stretch * _refresh;
        return Draw(stretch) + 4 * Dimension + (rest < _refresh ? rest : _refresh) * LayerStride;
    }

    /// <summary>The first parameter that no layer before this one has.</summary>
    public int From(int layer) => layer >= Length ? Count : IsFirst(layer) ? Draw(StretchOf(layer)) : Layer(layer);
}
