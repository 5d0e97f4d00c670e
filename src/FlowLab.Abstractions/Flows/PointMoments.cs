namespace FlowLab.Flows;

/// <summary>Moments of a batch of points for each of R seeds.</summary>
/// <param name="Dimension">Dimension D.</param>
/// <param name="Means">[R, D].</param>
/// <param name="Deviations">[R, D]: standard deviations.</param>
public sealed record PointMoments(int Dimension, IReadOnlyList<double> Means, IReadOnlyList<double> Deviations)
{
    /// <summary>The moments of points.</summary>
    /// <param name="points">[R, D, B].</param>
    /// <param name="dimension">Dimension D.</param>
    /// <param name="batch">Points per seed, B.</param>
    public static PointMoments Of(ReadOnlySpan<float> points, int dimension, int batch)
    {
        int rows = points.Length / batch;
        double[] means = new double[rows], deviations = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> values = points.Slice(row * batch, batch);
            double sum = 0, squares = 0;
            foreach (float value in values)
                sum += value;
            means[row] = sum / batch;
            foreach (float value in values)
                squares += (value - means[row]) * (value - means[row]);
            deviations[row] = Math.Sqrt(squares / batch);
        }
        return new PointMoments(dimension, means, deviations);
    }
}
