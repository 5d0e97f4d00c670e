using FlowLab.Flows;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Models;

/// <summary>
/// A last layer that has no parameters and carries mean and deviation of the data, so that the layers before it see numbers of mean 0 and deviation 1 while
/// likelihoods, densities and draws stay those of the data.
/// <para>Forward: x_d = mu_d + sigma_d z_d. Log-det: sum_d ln sigma_d, of every sample the same. Inverse: z_d = (x_d - mu_d) / sigma_d.</para>
/// <para>A number that all points share has sigma_d = 1. Cost: D per sample.</para>
/// </summary>
public sealed class StandardizeFlow : IFlow
{
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _means;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _deviations;
    private readonly float _logDet;
    private readonly Action<Index2D, FlowForward, ArrayView<float>, ArrayView<float>, float> _forward;
    private readonly Action<Index2D, FlowBackward, ArrayView<float>, ArrayView<float>> _backward;
    private readonly Action<Index2D, FlowInverse, ArrayView<float>, ArrayView<float>, float> _inverse;
    private readonly Action<Index2D, FlowInverseBackward, ArrayView<float>, ArrayView<float>> _inverseBackward;

    /// <param name="moments">Of the data.</param>
    /// <param name="accelerator">The device.</param>
    public StandardizeFlow(DataMoments moments, Accelerator accelerator)
    {
        float[] deviations = [.. moments.Deviations.Select(deviation => deviation > 0 ? (float)deviation : 1f)];
        _means = accelerator.Allocate1D<float>([.. moments.Means.Select(mean => (float)mean)]);
        _deviations = accelerator.Allocate1D(deviations);
        _logDet = (float)deviations.Sum(deviation => Math.Log(deviation));
        _forward = accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowForward, ArrayView<float>, ArrayView<float>, float>(StandardizeKernels.Forward);
        _backward = accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowBackward, ArrayView<float>, ArrayView<float>>(StandardizeKernels.Backward);
        _inverse = accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowInverse, ArrayView<float>, ArrayView<float>, float>(StandardizeKernels.Inverse);
        _inverseBackward = accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowInverseBackward, ArrayView<float>, ArrayView<float>>(StandardizeKernels.InverseBackward);
    }

    /// <summary>Its name in messages.</summary>
    public static string Name => "standardize";

    public int Length => 1;

    public int ParameterCount => 0;

    public IReadOnlyList<ParameterBlock> Blocks => [];

    public int TapeLength => 0;

    public int ScratchLength => 0;

    public void Initialize(FlowSeeds seeds, Span<float> parameters)
    {
    }

    /// <summary>mu and sigma of the data, the same for all seeds.</summary>
    public IReadOnlyList<FlowConstant> Constants(int position) =>
        [new("mean", 0, [(int)_means.Length], _means.GetAsArray1D()), new("deviation", 0, [(int)_deviations.Length], _deviations.GetAsArray1D())];

    public void Forward(in FlowForward pass)
    {
        if (pass.Batch.Layers > 0)
            _forward(Instances(pass.Batch), pass, _means.View, _deviations.View, _logDet);
    }

    public void Backward(in FlowBackward pass) => _backward(Instances(pass.Batch), pass, _means.View, _deviations.View);

    public void Inverse(in FlowInverse pass)
    {
        if (pass.Batch.Layers > pass.FirstLayer)
            _inverse(Instances(pass.Batch), pass, _means.View, _deviations.View, _logDet);
    }

    public void InverseBackward(in FlowInverseBackward pass) => _inverseBackward(Instances(pass.Batch), pass, _means.View, _deviations.View);

    public void Dispose()
    {
        _means.Dispose();
        _deviations.Dispose();
    }

    private static Index2D Instances(FlowBatch batch) => new(batch.Tiles.Tiles, batch.Seeds);
}
