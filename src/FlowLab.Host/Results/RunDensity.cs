using FlowLab.Engine.Evaluation;

namespace FlowLab.Host.Results;

/// <summary>A density picture that belongs to a cell.</summary>
/// <param name="Name"><see cref="Target"/> or <see cref="Model"/>.</param>
/// <param name="Seed">The seed of a model's density; null for the target's.</param>
/// <param name="Image">The density.</param>
public sealed record RunDensity(string Name, int? Seed, DensityImage Image)
{
    /// <summary>The density that was to be fitted: the normalised energy, or a histogram of the data.</summary>
    public const string Target = "target";

    /// <summary>The density of the trained (or initialised) flow of one seed.</summary>
    public const string Model = "model";
}
