namespace FlowLab.Benchmarks.Dlgm;

/// <summary>Sizes of the peer's model: pixels, hidden units, latent variables.</summary>
internal sealed record DlgmSizes(int Pixels, int Hidden, int Latents)
{
    /// <summary>The paper's MNIST experiment.</summary>
    public static DlgmSizes Paper { get; } = new(784, 400, 40);

    /// <summary>Small enough that all parameters can be compared.</summary>
    public static DlgmSizes Small { get; } = new(36, 24, 6);
}
