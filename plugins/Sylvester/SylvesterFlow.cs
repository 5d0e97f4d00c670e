using FlowLab.Flows;
using FlowLab.Plugins;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Sylvester;

/// <summary>
/// Sylvester flow: a planar flow with M hidden units per layer, M at most D, whose determinant is that of a triangular M x M matrix.
/// <list type="bullet">
/// <item>Forward: f(z) = z + Q R tanh(R~ Q'z + b), Q [D, M] with orthonormal columns, R and R~ [M, M] upper triangular. With the orthogonal H whose
/// first rows are Q' it is y = H z, y'_i = y_i + sum_(j >= i) r_ij tanh(a_j) for i below M, a = R~ y + b, and z' = H'y'.</item>
/// <item>Log-det: sum_j ln(1 + r_jj r~_jj s_j), s = 1 - tanh(a)^2, by Sylvester's determinant identity; computed as ln(h^2 + q s), h = tanh(a),
/// q = 1 + r_jj r~_jj, in which nothing cancels and both terms are positive.</item>
/// <item>Inverse: numeric. From the last of the M components to the first each is the root of one monotone scalar equation, the planar flow's (safeguarded
/// Newton, at most 64 steps), see <see cref="SylvesterUnits"/>; there is no iteration over the layer as a whole.</item>
/// <item>Domain and constraint: all of R^D. Invertible iff r_jj r~_jj > -1 for all j, which <see cref="SylvesterLayer"/> enforces as the planar flow
/// does; the paper's code bounds both by tanh instead, which leaves the products below 1 and so the stretch of a unit below 2.</item>
/// <item>Q: <see cref="SylvesterBasis.Householder"/>: H is a product of T reflections (the paper's H-SNF); <see cref="SylvesterBasis.Triangular"/>: the
/// identity, and the reversal of components in odd layers (T-SNF). The paper's O-SNF, orthogonalization by iteration, is not here.</item>
/// <item>Shapes: z [R, D, B], log-det [R, B], tape [R, K M, B] (h of every unit), scratch [R, 2 M + 2, B].</item>
/// <item>Parameters: per layer v [T, D], the upper triangles of R and R~ row by row [M (M + 1) / 2] each, and b [M]; amortized unless a manifest
/// says otherwise, as in the paper.</item>
/// <item>Cost: O(T D + M^2) per sample and layer, M tanh and logarithms forward, no transcendental function backward.</item>
/// </list>
/// Initial values: v standard normal, R = 0, so that the flow starts at the identity; r~_jj near 1, r~_jk normal with deviation 1 / sqrt(M), b uniform
/// within 1, so that units differ.
/// <para>Van den Berg, Hasenclever, Tomczak and Welling, "Sylvester Normalizing Flows for Variational Inference", equations (9)-(13), 2018, https://arxiv.org/abs/1803.05649</para>
/// </summary>
[Flow("sylvester", Summary = "Moves z by several hidden units per layer, along orthogonal directions.", Source = "Van den Berg, Hasenclever, Tomczak and Welling 2018")]
public sealed class SylvesterFlow : IFlow
{
    /// <summary>softplus of it is 1: r_jj = 0.</summary>
    private const double ZeroGain = 0.54132485461291802;

    private readonly SylvesterShape _shape;
    private readonly EqualLayers _layers;
    private readonly Action<Index2D, FlowForward, SylvesterShape> _forward;
    private readonly Action<Index2D, FlowBackward, SylvesterShape> _backward;
    private readonly Action<Index2D, FlowInverse, SylvesterShape> _inverse;
    private readonly Action<Index2D, FlowInverseBackward, SylvesterShape> _inverseBackward;

    public SylvesterFlow(SylvesterSettings settings, FlowShape shape, Accelerator accelerator)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(shape);
        bool isHouseholder = settings.Orthogonal == SylvesterBasis.Householder;
        int columns = Math.Min(settings.Columns, shape.Dimension), reflections = isHouseholder ? Math.Min(settings.Reflections, shape.Dimension) : 0;
        _shape = new SylvesterShape(shape.Dimension, columns, reflections, !isHouseholder, settings.Length);
        (string, int)[] vectors = isHouseholder ? [("v", reflections * shape.Dimension)] : [];
        _layers = new EqualLayers(settings.Length, [.. vectors, ("r", _shape.Triangle), ("rTilde", _shape.Triangle), ("b", columns)]);
        _forward = accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowForward, SylvesterShape>(SylvesterKernels.Forward);
        _backward = accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowBackward, SylvesterShape>(SylvesterKernels.Backward);
        _inverse = accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowInverse, SylvesterShape>(SylvesterKernels.Inverse);
        _inverseBackward = accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowInverseBackward, SylvesterShape>(SylvesterKernels.InverseBackward);
    }

    public int Length => _shape.Length;

    public int ParameterCount => _layers.Count;

    public IReadOnlyList<ParameterBlock> Blocks => _layers.Blocks;

    /// <summary>h of every unit.</summary>
    public int TapeLength => Length * _shape.Columns;

    public int ScratchLength => _shape.ScratchLength;

    public void Initialize(FlowSeeds seeds, Span<float> parameters) => _layers.Initialize(seeds, parameters, InitializeLayer);

    public void Forward(in FlowForward pass) => _forward(Instances(pass.Batch), pass, _shape);

    public void Backward(in FlowBackward pass) => _backward(Instances(pass.Batch), pass, _shape);

    public void Inverse(in FlowInverse pass) => _inverse(Instances(pass.Batch), pass, _shape);

    public void InverseBackward(in FlowInverseBackward pass) => _inverseBackward(Instances(pass.Batch), pass, _shape);

    public void Dispose()
    {
        // Kernels live as long as their accelerator; a Sylvester flow owns nothing else.
    }

    private static Index2D Instances(FlowBatch batch) => new(batch.Tiles.Tiles, batch.Seeds);

    private void InitializeLayer(RandomStream random, Span<float> layer)
    {
        layer.Clear();
        foreach (ref float v in layer[.._shape.UpperRight])
            v = (float)random.NextNormal();
        for (int j = 0; j < _shape.Columns; j++)
        {
            layer[_shape.UpperRight + _shape.Entry(j, j)] = (float)ZeroGain;
            layer[_shape.UpperLeft + _shape.Entry(j, j)] = (float)(ZeroGain + random.NextUniform(-0.5, 0.5));
            for (int k = j + 1; k < _shape.Columns; k++)
                layer[_shape.UpperLeft + _shape.Entry(j, k)] = (float)(random.NextNormal() / Math.Sqrt(_shape.Columns));
            layer[_shape.Bias + j] = (float)random.NextUniform(-1, 1);
        }
    }
}
