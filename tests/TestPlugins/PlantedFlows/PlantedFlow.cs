using FlowLab.Flows;
using FlowLab.Plugins;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace PlantedFlows;

/// <summary>
/// z'_d = g leak(z_d) + b_d with g = 1 + |w|^2 and leak(z) = z for z at least 0, z / 2 below; log-det D ln g - ln 2 for each negative component. Right, or
/// with one mistake.
/// </summary>
[Flow("planted", Summary = "Leaky scaling with a mistake of your choice.")]
public sealed class PlantedFlow : IFlow
{
    private const float Far = 50;
    private const double InitialNorm = 0.1;
    private const float KeptStep = 1e-4f;

    private readonly PlantedSettings _settings;
    private readonly int _dimension;
    private readonly Action<Index2D, FlowForward, PlantedLayers> _forward;
    private readonly Action<Index2D, FlowBackward, PlantedLayers> _backward;
    private readonly Action<Index2D, FlowInverse, PlantedLayers> _inverse;
    private readonly Action<Index2D, FlowInverseBackward, PlantedLayers> _inverseBackward;
    private int _calls;

    public PlantedFlow(PlantedSettings settings, FlowShape shape, Accelerator accelerator)
    {
        _settings = settings;
        _dimension = shape.Dimension;
        _forward = accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowForward, PlantedLayers>(PlantedKernels.Forward);
        _backward = accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowBackward, PlantedLayers>(PlantedKernels.Backward);
        _inverse = accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowInverse, PlantedLayers>(PlantedKernels.Inverse);
        _inverseBackward = accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowInverseBackward, PlantedLayers>(PlantedKernels.InverseBackward);
        Blocks =
        [
            .. Enumerable.Range(0, Length).SelectMany(layer => new ParameterBlock[]
            {
                new("w", layer, 2 * layer * _dimension, _dimension), new("b", layer, (2 * layer + 1) * _dimension, _dimension),
            }),
        ];
    }

    public int Length => _settings.Length;

    public int ParameterCount => 2 * _dimension * Length;

    public IReadOnlyList<ParameterBlock> Blocks { get; }

    public int TapeLength => 0;

    public int ScratchLength => 1;

    private PlantedLayers Layers => new(Length, (int)_settings.Mistake, 0);

    public void Initialize(FlowSeeds seeds, Span<float> parameters)
    {
        for (int position = 0; position < seeds.Seeds.Count; position++)
        {
            RandomStream random = seeds.Stream(position, RandomPurpose.Initialization);
            for (int p = 0; p < ParameterCount; p++)
            {
                bool isShift = p / _dimension % 2 == 1;
                parameters[position * ParameterCount + p] = isShift && _settings.Mistake == PlantedMistake.FarStart
                    ? Far
                    : (float)(InitialNorm / Math.Sqrt(_dimension) * random.NextNormal());
            }
        }
    }

    public void Forward(in FlowForward pass)
    {
        float kept = _settings.Mistake == PlantedMistake.StateKept ? KeptStep * _calls++ : 0;
        _forward(Instances(pass.Batch), pass, new PlantedLayers(Length, (int)_settings.Mistake, kept));
    }

    public void Backward(in FlowBackward pass) => _backward(Instances(pass.Batch), pass, Layers);

    public void Inverse(in FlowInverse pass) => _inverse(Instances(pass.Batch), pass, Layers);

    public void InverseBackward(in FlowInverseBackward pass) => _inverseBackward(Instances(pass.Batch), pass, Layers);

    public void Dispose()
    {
    }

    private static Index2D Instances(FlowBatch batch) => new(batch.Tiles.Tiles, batch.Seeds);
}
