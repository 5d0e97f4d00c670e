namespace FlowLab.Engine.Evaluation;

/// <summary>ln|det| of a chain's Jacobian by central differences of the chain itself, at every sample of every seed.</summary>
/// <param name="probe">The chain.</param>
/// <param name="dimension">D.</param>
/// <param name="seeds">Seeds R.</param>
internal sealed class ChainJacobian(ChainProbe probe, int dimension, int seeds)
{
    // Of the size of z0: small against the bends of a flow, large against the rounding of single precision.
    private const float Step = 0.02f;

    /// <summary>The log-dets [R, B] with half the step, and their differences to those with the whole step, which say how exact they are.</summary>
    /// <param name="points">z0: [R, D, B].</param>
    public (double[] LogDets, double[] Differences) LogDets(float[] points)
    {
        float[] steps = Steps(points);
        double[] coarse = LogDets(points, steps, 1), fine = LogDets(points, steps, 0.5f);
        return (fine, [.. fine.Zip(coarse, (a, b) => Math.Abs(a - b))]);
    }

    /// <summary>[R, D]: a share of the standard deviation of z0 in this direction.</summary>
    private float[] Steps(float[] points)
    {
        float[] steps = new float[seeds * dimension];
        for (int row = 0; row < steps.Length; row++)
        {
            float[] values = points[(row * probe.Batch)..((row + 1) * probe.Batch)];
            float mean = values.Average();
            steps[row] = Step * Math.Max(1e-6f, (float)Math.Sqrt(values.Average(value => (value - mean) * (value - mean))));
        }
        return steps;
    }

    private double[] LogDets(float[] points, float[] steps, float share)
    {
        int batch = probe.Batch;
        double[][,] jacobians = [.. Enumerable.Range(0, seeds * batch).Select(_ => new double[dimension, dimension])];
        for (int d = 0; d < dimension; d++)
        {
            float[] above = Shift(points, steps, d, share, out float[] upper), below = Shift(points, steps, d, -share, out float[] lower);
            float[] ends = probe.Forward(above).State, starts = probe.Forward(below).State;
            for (int i = 0; i < jacobians.Length; i++)
                for (int row = 0; row < dimension; row++)
                {
                    int at = (i / batch * dimension + row) * batch + i % batch;
                    jacobians[i][row, d] = ((double)ends[at] - starts[at]) / ((double)upper[i] - lower[i]);
                }
        }
        return [.. jacobians.Select(LogDeterminant.Of)];
    }

    /// <summary>The points with one coordinate moved, and where it is then: [R, B], as rounding leaves it.</summary>
    private float[] Shift(float[] points, float[] steps, int d, float share, out float[] coordinate)
    {
        float[] shifted = [.. points];
        coordinate = new float[seeds * probe.Batch];
        for (int i = 0; i < coordinate.Length; i++)
        {
            int row = i / probe.Batch * dimension + d, at = row * probe.Batch + i % probe.Batch;
            coordinate[i] = shifted[at] = points[at] + share * steps[row];
        }
        return shifted;
    }
}
