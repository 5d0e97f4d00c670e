namespace FlowLab.Plugins.Datasets.Points;

/// <summary>How the points of a set are binarized.</summary>
/// <param name="Kind">Whether and when.</param>
/// <param name="NoiseSeed">The seed of static binarization.</param>
public sealed record PointSetRule(BinarizationKind Kind, int NoiseSeed)
{
    /// <summary>Intensities as they are.</summary>
    public static PointSetRule None { get; } = new(BinarizationKind.None, 0);

    /// <summary>What a reader of a figure must know of it.</summary>
    public string Describe() => Kind switch
    {
        BinarizationKind.Static => FormattableString.Invariant($"static binarization, seed {NoiseSeed}"),
        BinarizationKind.Dynamic => FormattableString.Invariant($"binarized anew in each epoch of training, evaluated under static binarization, seed {NoiseSeed}"),
        _ => "not binarized",
    };
}
