using FlowLab.Data;

namespace FlowLab.Engine.Latents;

/// <summary>The density p(x|z) as a function of what the generative network puts out.</summary>
public interface ILikelihood
{
    /// <summary>The name in messages.</summary>
    string Name { get; }

    /// <summary>What densities are with respect to; part of the label of every figure.</summary>
    string Measure { get; }

    /// <summary>Outputs of the generative network for points of <paramref name="dimension"/> numbers.</summary>
    int OutputCount(int dimension);

    /// <summary>Whether it is a density of such points.</summary>
    bool Accepts(PointValues values);

    /// <summary>ln p(x|z).</summary>
    void Evaluate(in LikelihoodPass pass);

    /// <summary>ln p(x|z); then the output is replaced by the gradient of -Scale ln p(x|z) for it.</summary>
    void EvaluateWithGradient(in LikelihoodPass pass);

    /// <summary>The intensities that stand for p(x|z) in pictures.</summary>
    /// <param name="output">[outputs] of one sample.</param>
    /// <param name="intensities">[D], in [0, 1], to be filled.</param>
    void Picture(ReadOnlySpan<float> output, Span<float> intensities);

    /// <summary>What <see cref="Picture"/> shows: "means".</summary>
    string PictureLabel { get; }
}
