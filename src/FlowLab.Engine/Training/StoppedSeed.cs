namespace FlowLab.Engine.Training;

/// <summary>A seed that was taken out because its loss or a gradient was not finite. Its parameters are those before the update.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Update">The update that failed, from 1.</param>
/// <param name="Place">Where the first value that is not finite appeared: flow, layer, quantity.</param>
public sealed record StoppedSeed(int Seed, long Update, string Place)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"FLE010: seed {Seed} was stopped at update {Update}: {Place}. No other seed is affected; {Remedy}.";

    /// <summary>What helps depends on what left the numbers.</summary>
    private string Remedy => Place switch
    {
        _ when Place.Contains("data", StringComparison.Ordinal) => "clean the data",
        _ when Place.Contains("inverse", StringComparison.Ordinal) =>
            "the inverse met points that this flow cannot take back in single precision: bring the data near the base density (mean 0, deviation 1) and look for outliers",
        _ when Place.Contains("target's energy", StringComparison.Ordinal) => "the target cannot be evaluated where q is: look at the energy, or start q nearer to it",
        _ when Update == 1 => "it did so before anything was learned: look at the initial values of the flow, at the target and at the data (outliers; bring the data near the base density: mean 0, deviation 1)",
        _ => "try a smaller learning rate for this cell",
    };
}
