using FlowLab.Random;

namespace FlowLab.Host.Tuning;

/// <summary>One thing that a search varies.</summary>
/// <param name="Name">A path into the manifest, or the name of a choice between partial manifests.</param>
internal abstract record SearchDimension(string Name)
{
    /// <summary>How many values there are; null for a range of real numbers.</summary>
    public abstract int? Count { get; }

    /// <summary>A value drawn uniformly, or uniformly in its logarithm.</summary>
    public abstract SearchValue Draw(RandomStream random);
}
