using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Engine.Models;

/// <summary>The density q0 that a chain of flows starts from. Parameters are passed in, as with flows.</summary>
public interface IBaseDensity
{
    /// <summary>Parameters per seed.</summary>
    int ParameterCount { get; }

    /// <summary>Whether its gradients are those of the loss; where it is kept as it is, they are zero.</summary>
    bool IsTrainable => true;

    /// <summary>The names of the parameters, one per block of D.</summary>
    IReadOnlyList<string> BlockNames { get; }

    /// <summary>Writes the initial parameters of every seed, [R, stride], into the first <see cref="ParameterCount"/> of each row.</summary>
    void Initialize(Span<float> parameters, int stride);

    /// <summary>Draws z0 with ln q0(z0) and clears the sum of log-dets.</summary>
    void Sample(in BaseBatch batch, NoiseKey key, ArrayView<int> seeds, SampleView state, ArrayView<float> logBase, ArrayView<float> logDet);

    /// <summary>ln q0(z0) of given points.</summary>
    void LogDensity(in BaseBatch batch, SampleView state, ArrayView<float> logBase);

    /// <summary>Partial gradients of the free energy, given dL/dz0.</summary>
    void Backward(in BaseBatch batch, float weight, SampleView state, SampleView gradient, ParameterView parameterGradient);

    /// <summary>dL/dz0 and partial parameter gradients of the negative log-likelihood -weight sum ln q0(z0).</summary>
    void LikelihoodBackward(in BaseBatch batch, float weight, SampleView state, SampleView gradient, ParameterView parameterGradient);
}
