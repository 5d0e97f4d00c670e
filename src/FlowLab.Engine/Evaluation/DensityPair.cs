namespace FlowLab.Engine.Evaluation;

/// <summary>What a two-dimensional model was fitted to, and what it became.</summary>
/// <param name="Target">The normalised energy, or a histogram of held-out data; null where there is none.</param>
/// <param name="Model">The density of the model; null where it cannot be drawn.</param>
public sealed record DensityPair(DensityImage? Target, DensityImage? Model)
{
    /// <summary>Nothing to draw.</summary>
    public static DensityPair None { get; } = new(null, null);
}
