namespace FlowLab.Host.Comparisons;

/// <summary>
/// p-values corrected for how many tests were made, so that the chance of even one false finding among them stays at the level. Holm, A simple sequentially
/// rejective multiple test procedure, Scandinavian Journal of Statistics 6, 1979. Tests without a p-value (NaN) are not counted.
/// </summary>
internal static class HolmCorrection
{
    public static double[] Of(IReadOnlyList<double> values)
    {
        double[] corrected = [.. Enumerable.Repeat(double.NaN, values.Count)];
        int[] order = [.. Enumerable.Range(0, values.Count).Where(index => !double.IsNaN(values[index])).OrderBy(index => values[index])];
        double greatest = 0;
        for (int rank = 0; rank < order.Length; rank++)
        {
            greatest = Math.Max(greatest, Math.Min(1, (order.Length - rank) * values[order[rank]]));
            corrected[order[rank]] = greatest;
        }
        return corrected;
    }
}
