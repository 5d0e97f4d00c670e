namespace FlowLab.Plugins.Datasets.Points;

/// <summary>Where a batch begins in the endless sequence of epochs.</summary>
/// <param name="epoch">The epoch of its first sample.</param>
/// <param name="position">The place of its first sample in that epoch.</param>
public readonly struct EpochStart(long epoch, int position)
{
    public readonly long Epoch = epoch;
    public readonly int Position = position;

    /// <summary>Where batch <paramref name="step"/> begins: step * batch points come before it.</summary>
    /// <param name="step">The update, from 0.</param>
    /// <param name="batch">Samples per update, B.</param>
    /// <param name="count">Points of an epoch, N.</param>
    public static EpochStart Of(long step, int batch, int count)
    {
        (Int128 epoch, Int128 position) = Int128.DivRem((Int128)step * batch, count);
        return new EpochStart((long)epoch, (int)position);
    }
}
