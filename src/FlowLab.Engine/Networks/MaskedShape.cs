using FlowLab.Networks;
using ILGPU.Algorithms;

namespace FlowLab.Engine.Networks;

/// <summary>
/// Sizes of a masked perceptron and where its parts lie. Hidden units are ordered by degree, so that every mask is a prefix: a unit of degree m reads
/// the first m inputs, or the units below of degree m at most; the outputs of component d read the units of degree d at most. Only weights that
/// are not masked are stored, units and components in order: per hidden layer weights and bias [hidden, window], then weights and bias [D, n] of the outputs.
/// <para>
/// Degrees go from 1 (from 0 if there is a context, or one component) to D - 1 in equal steps, of 1 unless there are fewer units than degrees; every
/// degree has equally many units, the first ones one more if it does not come out even. Scratch rows: the hidden units of every layer, their
/// gradients, one working row and, for maxout, the winning linear unit of every hidden unit.
/// </para>
/// </summary>
public readonly struct MaskedShape
{
    private readonly int _lowest;
    private readonly int _spacing;
    private readonly int _levels;

    /// <param name="components">Components D.</param>
    /// <param name="numbers">Outputs per component, n.</param>
    /// <param name="hidden">Hidden units per hidden layer.</param>
    /// <param name="depth">Hidden layers.</param>
    /// <param name="window">Linear units per hidden unit.</param>
    /// <param name="isConditioned">Whether the biases of the first hidden layer come from a context.</param>
    public MaskedShape(int components, int numbers, int hidden, int depth, int window, bool isConditioned)
    {
        Components = components;
        Numbers = numbers;
        Hidden = hidden;
        Depth = depth;
        Window = window;
        Conditioned = isConditioned ? 1 : 0;
        _lowest = isConditioned || components == 1 ? 0 : 1;
        _spacing = (components - _lowest + hidden - 1) / hidden;
        _levels = (components - _lowest + _spacing - 1) / _spacing;
    }

    /// <summary>Components D.</summary>
    public readonly int Components { get; }

    /// <summary>Outputs per component, n.</summary>
    public readonly int Numbers { get; }

    /// <summary>Hidden units per hidden layer.</summary>
    public readonly int Hidden { get; }

    /// <summary>Hidden layers.</summary>
    public readonly int Depth { get; }

    /// <summary>Linear units per hidden unit.</summary>
    public readonly int Window { get; }

    /// <summary>1 if the biases of the first hidden layer come from a context, else 0.</summary>
    public readonly int Conditioned { get; }

    /// <summary>Numbers of the context.</summary>
    public int ContextLength => Conditioned * Hidden * Window;

    /// <summary>Parameters of the network.</summary>
    public int ParameterCount => OutputBias(Components);

    /// <summary>Scratch rows.</summary>
    public int ScratchLength => WorkRow + 1 + (Window > 1 ? Depth * Hidden : 0);

    private int WorkRow => 2 * Depth * Hidden;

    /// <summary>Whether units have the degree of this component, so that they are evaluated when it is its turn.</summary>
    public bool HasUnits(int component) => component >= _lowest && (component - _lowest) % _spacing == 0;

    /// <summary>Units of a layer that the outputs of a component read: the first ones.</summary>
    public int UnitsUpTo(int component) => Units(LevelsUpTo(component));

    /// <summary>The first unit whose degree is that of a component.</summary>
    public int FirstUnit(int component) => Units(LevelsUpTo(component) - 1);

    /// <summary>The first scratch row of the units of a hidden layer.</summary>
    public int UnitRow(int layer) => layer * Hidden;

    /// <summary>The first scratch row of the gradients of the units of a hidden layer.</summary>
    public int GradientRow(int layer) => (Depth + layer) * Hidden;

    /// <summary>The first parameter of a hidden layer, or of the output layer for <paramref name="layer"/> = Depth.</summary>
    public int LayerOffset(int layer) => layer == 0
        ? 0
        : Window * (InputWeights(_levels) + Hidden * (1 - Conditioned) + (layer - 1) * (InnerWeights(_levels) + Hidden));

    /// <summary>The weights of a hidden layer, all that are stored.</summary>
    public int WeightCount(int layer) => Window * (layer == 0 ? InputWeights(_levels) : InnerWeights(_levels));

    /// <summary>The first weight of the first output of a component; those of the next output are <see cref="UnitsUpTo"/> later.</summary>
    public int OutputWeight(int component) => LayerOffset(Depth) + Numbers * UnitsBefore(component);

    /// <summary>The bias of the first output of a component.</summary>
    public int OutputBias(int component) => OutputWeight(Components) + component * Numbers;

    /// <summary>The units of a hidden layer whose degree is that of a component.</summary>
    /// <param name="layer">Counted from 0.</param>
    /// <param name="component">One for which <see cref="HasUnits"/> holds.</param>
    /// <param name="inputRow">The row of the layer's first input.</param>
    public HiddenPlace Place(int layer, int component, int inputRow)
    {
        int level = LevelsUpTo(component) - 1;
        return new HiddenPlace
        {
            FirstUnit = Units(level),
            EndUnit = Units(level + 1),
            Window = Window,
            Inputs = layer == 0 ? component : Units(level + 1),
            InputRow = inputRow,
            WeightIndex = LayerOffset(layer) + Window * (layer == 0 ? InputWeights(level) : InnerWeights(level)),
            BiasIndex = layer == 0 && Conditioned != 0 ? 0 : LayerOffset(layer) + WeightCount(layer),
            FromContext = layer == 0 ? Conditioned : 0,
            UnitRow = UnitRow(layer),
            WinnerRow = WorkRow + 1 + layer * Hidden,
            WorkRow = WorkRow,
        };
    }

    /// <summary>Degrees that are at most that of a component.</summary>
    private int LevelsUpTo(int component) => component < _lowest ? 0 : (component - _lowest) / _spacing + 1;

    /// <summary>Units of the first degrees: q each, and one more for the first r.</summary>
    private int Units(int levels) => levels * (Hidden / _levels) + XMath.Min(levels, Hidden % _levels);

    /// <summary>Weights from the inputs into the units of the first degrees: sum over the degrees of their units times the degree.</summary>
    private int InputWeights(int levels)
    {
        int more = XMath.Min(levels, Hidden % _levels);
        return _lowest * Units(levels) + _spacing * (Hidden / _levels * (levels * (levels - 1) / 2) + more * (more - 1) / 2);
    }

    /// <summary>Weights between the units of the first degrees of two layers: with s_v units of degree v, the sum of s_v (s_1 + ... + s_v) = (S^2 + sum s_v^2) / 2.</summary>
    private int InnerWeights(int levels)
    {
        int each = Hidden / _levels, more = XMath.Min(levels, Hidden % _levels), all = Units(levels);
        return (all * all + levels * each * each + (2 * each + 1) * more) / 2;
    }

    /// <summary>The sum of <see cref="UnitsUpTo"/> over the components before one.</summary>
    private int UnitsBefore(int component)
    {
        int behind = XMath.Max(component - _lowest, 0), levels = behind / _spacing, more = Hidden % _levels, full = XMath.Min(levels, more);
        int sum = Hidden / _levels * (levels * (levels + 1) / 2) + full * (full + 1) / 2 + (levels - full) * more;
        return _spacing * sum + behind % _spacing * Units(levels + 1);
    }
}
