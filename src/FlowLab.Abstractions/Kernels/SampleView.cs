using ILGPU;

namespace FlowLab.Kernels;

/// <summary>
/// A tensor [R, N, B]: N features of B samples for each of R seeds. Samples are innermost, so that neighbouring kernel instances read
/// neighbouring addresses, and a feature of all samples of a seed is one row.
/// </summary>
public readonly struct SampleView(ArrayView<float> values, int features, int batch)
{
    /// <summary>All values, length R N B.</summary>
    public readonly ArrayView<float> Values = values;

    /// <summary>Features, N.</summary>
    public readonly int Features = features;

    /// <summary>Samples per seed, B.</summary>
    public readonly int Batch = batch;

    /// <summary>Feature <paramref name="feature"/> of all samples of the seed at position <paramref name="seed"/>: [B].</summary>
    public ArrayView<float> Row(int seed, int feature) => Values.SubView((seed * Features + feature) * Batch, Batch);

    /// <summary>
    /// A tensor [R, <paramref name="features"/>, B] in the memory of this one, which is working memory: where <paramref name="first"/> features of all seeds end.
    /// </summary>
    /// <param name="seeds">Seeds R.</param>
    /// <param name="first">Features that lie before it.</param>
    /// <param name="features">Its features.</param>
    public SampleView Part(int seeds, int first, int features) =>
        new(Values.SubView((long)seeds * first * Batch, (long)seeds * features * Batch), features, Batch);
}
