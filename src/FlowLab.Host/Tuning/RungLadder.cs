namespace FlowLab.Host.Tuning;

/// <summary>
/// The rungs of successive halving (Karnin, Koren and Somekh, ICML 2013; Jamieson and Talwalkar, AISTATS 2016): every rung trains a third of the trials of the rung below for three times as many updates, so that each rung
/// costs the same.
/// </summary>
internal static class RungLadder
{
    /// <summary>Between two rungs.</summary>
    public const int Factor = 3;

    private const int MostRungs = 4;
    private const int FewestUpdates = 100;

    /// <summary>Shares of the full number of updates, the last 1; as many rungs as leave at least 100 updates in the first.</summary>
    public static double[] Shares(int updates)
    {
        int rungs = 1;
        while (rungs < MostRungs && updates / Math.Pow(Factor, rungs) >= FewestUpdates)
            rungs++;
        return [.. Enumerable.Range(0, rungs).Select(rung => Math.Pow(Factor, rung - rungs + 1))];
    }
}
