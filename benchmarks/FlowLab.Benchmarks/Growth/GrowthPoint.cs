namespace FlowLab.Benchmarks.Growth;

/// <summary>Sizes of a cell whose step is timed.</summary>
/// <param name="IsModel">The latent model with amortised planar layers; else a planar flow on a bowl.</param>
/// <param name="Length">Planar layers, K.</param>
/// <param name="Dimension">Dimension of z, D.</param>
/// <param name="Batch">Samples per update.</param>
/// <param name="Width">Hidden units of the model's networks, N.</param>
/// <param name="Seeds">Seeds in one launch.</param>
internal sealed record GrowthPoint(bool IsModel, int Length, int Dimension, int Batch, int Width, int Seeds)
{
    private const int Pixels = 784;
    private const int Pieces = 4;

    /// <summary>
    /// What the paper's O(L N^2) + O(K D) counts, per update: the weights of all layers of the networks, and the numbers that all planar layers touch, each
    /// times samples and seeds.
    /// </summary>
    public double Work => (IsModel ? Weights + Length * Dimension * (1 + 2.0 * Width) : (double)Length * Dimension) * Batch * Seeds;

    /// <summary>784-N-N-2D and D-N-N-784 with maxout of 4. The inference network also puts out the 2 D parameters of every planar layer, which <see cref="Work"/> adds.</summary>
    private double Weights =>
        (double)Pixels * Pieces * Width + 2.0 * Width * Pieces * Width + 2.0 * Dimension * Width + Dimension * Pieces * (double)Width + Width * (double)Pixels;

    /// <summary>Opens the cell; the caller disposes what it gets.</summary>
    public GrowthCell Open() => new(this);
}
