namespace FlowLab.Engine.Evaluation;

/// <summary>Compares what passes made of the same draws: tensors [R, D, B] and [R, B].</summary>
/// <param name="dimension">D.</param>
/// <param name="batch">B.</param>
/// <param name="quantile">The quantile over draws of an error that few draws may exceed.</param>
internal sealed class PassAgreement(int dimension, int batch, double quantile)
{
    /// <summary>
    /// The relative error of the inverse, of each draw the smaller of that in z0 and that in zK: a chain that contracts cannot give z0 back to more digits than
    /// zK has left of it, but what it gives back still has to lead to zK.
    /// </summary>
    public double RoundTrip(int seed, float[] start, float[] back, float[] end, float[] again)
    {
        double[] errors = new double[batch];
        for (int s = 0; s < batch; s++)
            errors[s] = Math.Min(Relative(seed, s, start, back), Relative(seed, s, end, again));
        return Quantile(errors, quantile);
    }

    /// <summary>The median over draws of the difference between two log-dets.</summary>
    public double MedianDifference(int seed, float[] first, float[] second) => MedianDifference(seed, first, Array.ConvertAll(second, value => (double)value));

    /// <inheritdoc cref="MedianDifference(int, float[], float[])"/>
    public double MedianDifference(int seed, float[] first, double[] second)
    {
        double[] differences = new double[batch];
        for (int s = 0; s < batch; s++)
            differences[s] = Math.Abs(first[seed * batch + s] - second[seed * batch + s]);
        return Quantile(differences, 0.5);
    }

    /// <summary>The median over draws.</summary>
    public double Median(int seed, double[] values) => Quantile(values[(seed * batch)..((seed + 1) * batch)], 0.5);

    private double Relative(int seed, int sample, float[] expected, float[] actual)
    {
        double difference = 0, size = 0;
        for (int d = 0; d < dimension; d++)
        {
            int at = (seed * dimension + d) * batch + sample;
            difference += Square((double)actual[at] - expected[at]);
            size += Square(expected[at]);
        }
        return Math.Sqrt(difference) / (1 + Math.Sqrt(size));
    }

    /// <summary>What is not a number counts as infinitely wrong.</summary>
    private static double Quantile(double[] values, double share)
    {
        double[] sorted = [.. values.Select(value => double.IsNaN(value) ? double.PositiveInfinity : value).Order()];
        return Math.Min(sorted[(int)(share * (sorted.Length - 1))], double.MaxValue);
    }

    private static double Square(double value) => value * value;
}
