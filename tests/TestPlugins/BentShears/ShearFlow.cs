using FlowLab.Flows;
using FlowLab.Plugins;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.TestPlugins.BentShears;

/// <summary>
/// Bent shears: each layer scales one component of z, the target t = layer mod D, and shifts it by a tanh of the others.
/// <list type="bullet">
/// <item>Forward: f(z)_t = e^s z_t + a tanh(b + sum of w_j z_j over the others); the others stay.</item>
/// <item>Log-det: s.</item>
/// <item>Inverse: the same tanh, then z_t = (z'_t - a tanh(...)) e^-s.</item>
/// <item>Domain and constraint: all of R^D, any parameters.</item>
/// <item>Parameters: per layer s, a, b, then w of the D - 1 others in their order; K (D + 2) in all.</item>
/// </list>
/// </summary>
[Flow("bent-shears", Summary = "Scales one component per layer and shifts it by a tanh of the others.")]
public sealed class ShearFlow : IFlow
{
    private const double InitialShift = 0.5;

    private readonly int _dimension;
    private readonly Action<Index2D, FlowForward> _forward;
    private readonly Action<Index2D, FlowBackward, int> _backward;
    private readonly Action<Index2D, FlowInverse> _inverse;
    private readonly Action<Index2D, FlowInverseBackward, int> _inverseBackward;

    public ShearFlow(ShearSettings settings, FlowShape shape, Accelerator accelerator)
    {
        _dimension = shape.Dimension;
        Length = settings.Length;
        Blocks = [.. Enumerable.Range(0, Length).SelectMany(BlocksOfLayer)];
        _forward = accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowForward>(ShearKernels.Forward);
        _backward = accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowBackward, int>(ShearKernels.Backward);
        _inverse = accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowInverse>(ShearKernels.Inverse);
        _inverseBackward = accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowInverseBackward, int>(ShearKernels.InverseBackward);
    }

    public int Length { get; }

    public int ParameterCount => Length * ShearKernels.LayerStride(_dimension);

    public IReadOnlyList<ParameterBlock> Blocks { get; }

    /// <summary>None: a layer can be undone, so nothing has to be remembered.</summary>
    public int TapeLength => 0;

    /// <summary>The tanh of a layer.</summary>
    public int ScratchLength => 1;

    public void Initialize(FlowSeeds seeds, Span<float> parameters)
    {
        int stride = ShearKernels.LayerStride(_dimension);
        for (int position = 0; position < seeds.Seeds.Count; position++)
        {
            RandomStream random = seeds.Stream(position, RandomPurpose.Initialization);
            for (int layer = 0; layer < Length; layer++)
                InitializeLayer(random, parameters.Slice(position * ParameterCount + layer * stride, stride));
        }
    }

    public void Forward(in FlowForward pass) => _forward(Instances(pass.Batch), pass);

    public void Backward(in FlowBackward pass) => _backward(Instances(pass.Batch), pass, Length);

    public void Inverse(in FlowInverse pass) => _inverse(Instances(pass.Batch), pass);

    public void InverseBackward(in FlowInverseBackward pass) => _inverseBackward(Instances(pass.Batch), pass, Length);

    public void Dispose()
    {
        // Kernels live as long as their accelerator.
    }

    /// <summary>One kernel instance per tile of samples and seed.</summary>
    private static Index2D Instances(FlowBatch batch) => new(batch.Tiles.Tiles, batch.Seeds);

    private IEnumerable<ParameterBlock> BlocksOfLayer(int layer)
    {
        int offset = layer * ShearKernels.LayerStride(_dimension);
        yield return new ParameterBlock("s", layer, offset, 1);
        yield return new ParameterBlock("a", layer, offset + 1, 1);
        yield return new ParameterBlock("b", layer, offset + 2, 1);
        yield return new ParameterBlock("w", layer, offset + 3, _dimension - 1);
    }

    /// <summary>Near the identity, but no two layers alike: s = 0, small shifts.</summary>
    private static void InitializeLayer(RandomStream random, Span<float> layer)
    {
        layer[0] = 0;
        layer[1] = (float)(InitialShift * random.NextNormal());
        layer[2] = (float)random.NextNormal();
        for (int i = 3; i < layer.Length; i++)
            layer[i] = (float)(random.NextNormal() / Math.Sqrt(layer.Length - 3));
    }
}
