namespace FlowLab.Engine.Training;

/// <summary>A seed that was taken out because its loss or a gradient was not finite. Its parameters are those before the update.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Update">The update that failed, from 1.</param>
/// <param name="Place">Where the first value that is not finite appeared: flow, layer, quantity.</param>
public sealed record StoppedSeed(int Seed, long Update, string Place)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"FLE010: seed {Seed} was stopped at update {Update}: {Place}. The other seeds go on; try a smaller learning rate for this cell.";
}
