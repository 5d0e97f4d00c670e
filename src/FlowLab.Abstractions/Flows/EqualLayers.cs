using FlowLab.Random;

namespace FlowLab.Flows;

/// <summary>The parameters of a flow whose layers all have the same fields, one layer after the other.</summary>
public sealed class EqualLayers
{
    private readonly int _length;

    /// <param name="length">Layers, K.</param>
    /// <param name="fields">The fields of a layer in order: the field's standard name and how many numbers it has.</param>
    public EqualLayers(int length, params (string Name, int Length)[] fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        _length = length;
        Stride = fields.Sum(field => field.Length);
        var blocks = new List<ParameterBlock>();
        for (int layer = 0, offset = 0; layer < length; layer++)
        {
            foreach ((string name, int count) in fields)
            {
                blocks.Add(new ParameterBlock(name, layer, offset, count));
                offset += count;
            }
        }

        Blocks = blocks;
    }

    /// <summary>Parameters of a layer.</summary>
    public int Stride { get; }

    /// <summary>Parameters of all layers, P.</summary>
    public int Count => _length * Stride;

    /// <summary>All fields of all layers.</summary>
    public IReadOnlyList<ParameterBlock> Blocks { get; }

    /// <summary>Initialises layer after layer, seed after seed, each seed from its own stream.</summary>
    /// <param name="seeds">The seeds and their streams.</param>
    /// <param name="parameters">[R, P], to be filled.</param>
    /// <param name="initialize">Draws the parameters of one layer.</param>
    public void Initialize(FlowSeeds seeds, Span<float> parameters, Action<RandomStream, Span<float>> initialize)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        ArgumentNullException.ThrowIfNull(initialize);
        for (int position = 0; position < seeds.Seeds.Count; position++)
        {
            RandomStream random = seeds.Stream(position, RandomPurpose.Initialization);
            for (int layer = 0; layer < _length; layer++)
                initialize(random, parameters.Slice(position * Count + layer * Stride, Stride));
        }
    }
}
