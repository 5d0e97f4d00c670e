using FlowLab.Testing.Numerics;

namespace FlowLab.Testing.Flows;

/// <summary>Derivatives of a pass by differences.</summary>
/// <param name="trial">The case.</param>
/// <param name="ladder">The steps.</param>
/// <param name="pass">The pass: from inputs and [R, D, B] to state and log-det.</param>
internal sealed class FlowDifferences(FlowTrial trial, StepLadder ladder, Func<FlowInputs, float[], PassResult> pass)
{
    private const long MostNumbers = 8_000_000;

    // The terms of a loss are rounded independently of each other.
    private const double Deviations = 4;

    /// <summary>Derivatives of sum_d perState_d state_d + perLogDet log-det of every sample: [seed, coordinate, sample].</summary>
    /// <param name="points">Where to differentiate, [R, D, B].</param>
    /// <param name="coordinates">What to differentiate by.</param>
    /// <param name="perState">Weights, [R, D, B].</param>
    /// <param name="perLogDet">Weights, [R, B].</param>
    public Derivative[,,] OfLoss(float[] points, IReadOnlyList<Coordinate> coordinates, float[] perState, float[] perLogDet)
    {
        FlowInputs inputs = trial.Inputs;
        var derivatives = new Derivative[inputs.Seeds, coordinates.Count, inputs.Batch];
        int done = 0;
        foreach (Coordinate[] chunk in Chunks(coordinates))
        {
            var moved = new MovedSamples(trial, ladder, points, chunk);
            PassResult result = pass(moved.Inputs, moved.Points);
            for (int seed = 0; seed < inputs.Seeds; seed++)
                for (int c = 0; c < chunk.Length; c++)
                    for (int sample = 0; sample < inputs.Batch; sample++)
                        derivatives[seed, done + c, sample] = OfLoss(result, moved, seed, c, sample, perState, perLogDet);
            done += chunk.Length;
        }
        return derivatives;
    }

    /// <summary>
    /// ln|det| of the Jacobian of every sample, [R, B], with its uncertainty: the difference to the Jacobian from steps half as large.
    /// </summary>
    /// <param name="points">Where to differentiate, [R, D, B].</param>
    public Derivative[] OfLogDeterminant(float[] points)
    {
        FlowInputs inputs = trial.Inputs;
        int dimension = inputs.Dimension;
        var uncertainties = new double[inputs.Seeds * inputs.Batch][];
        var best = new double[inputs.Seeds * inputs.Batch][];
        var second = new double[inputs.Seeds * inputs.Batch][];
        for (int i = 0; i < best.Length; i++)
            (best[i], second[i], uncertainties[i]) = (new double[dimension * dimension], new double[dimension * dimension], new double[dimension]);
        int done = 0;
        foreach (Coordinate[] chunk in Chunks([.. Enumerable.Range(0, dimension).Select(d => new Coordinate(CoordinateKind.State, d))]))
        {
            var moved = new MovedSamples(trial, ladder, points, chunk);
            PassResult result = pass(moved.Inputs, moved.Points);
            for (int i = 0; i < best.Length; i++)
                for (int c = 0; c < chunk.Length; c++)
                    uncertainties[i][done + c] = FillColumn(result, moved, i, c, done + c, best[i], second[i]);
            done += chunk.Length;
        }
        return
        [
            .. Enumerable.Range(0, best.Length).Select(i =>
            {
                (double value, double uncertainty) = LogDeterminant.Of(best[i], dimension, uncertainties[i]);
                double neighbor = LogDeterminant.Of(second[i], dimension, new double[dimension]).Value;
                return new Derivative(value, Math.Abs(value - neighbor) + uncertainty, neighbor);
            }),
        ];
    }

    /// <summary>The coordinates of z, which come first, apart from those that need parameters of their own for every moved sample.</summary>
    private IEnumerable<Coordinate[]> Chunks(IReadOnlyList<Coordinate> coordinates)
    {
        int states = coordinates.TakeWhile(coordinate => coordinate.Kind == CoordinateKind.State).Count();
        return coordinates.Take(states).Chunk(ChunkLength(!trial.Inputs.IsAmortized)).Concat(coordinates.Skip(states).Chunk(ChunkLength(false)));
    }

    private int ChunkLength(bool sharesParameters)
    {
        FlowInputs inputs = trial.Inputs;
        int own = sharesParameters ? 0 : trial.Flow.ParameterCount + trial.Flow.ContextLength;
        long perCoordinate = (long)inputs.Seeds * inputs.Batch * ladder.Offsets.Count * (own + trial.Flow.ScratchLength + trial.Flow.TapeLength + 2 * inputs.Dimension);
        return (int)Math.Clamp(MostNumbers / perCoordinate, 1, 4096);
    }

    /// <returns>How far an entry of the column may be off.</returns>
    private double FillColumn(PassResult result, MovedSamples moved, int position, int coordinate, int column, double[] best, double[] second)
    {
        int dimension = trial.Inputs.Dimension, seed = position / trial.Inputs.Batch, sample = position % trial.Inputs.Batch;
        Span<double> values = stackalloc double[ladder.Offsets.Count];
        int first = moved.First(sample, coordinate);
        double worst = 0;
        for (int d = 0; d < dimension; d++)
        {
            double magnitude = 0;
            for (int o = 0; o < values.Length; o++)
            {
                values[o] = result.State[(seed * dimension + d) * moved.Batch + first + o];
                magnitude = Math.Max(magnitude, Math.Abs(values[o]));
            }
            Derivative derivative = ladder.Of(values, magnitude);
            best[d * dimension + column] = derivative.Value;
            second[d * dimension + column] = derivative.Neighbor;
            worst = Math.Max(worst, derivative.Uncertainty);
        }
        return worst;
    }

    private Derivative OfLoss(PassResult result, MovedSamples moved, int seed, int coordinate, int sample, float[] perState, float[] perLogDet)
    {
        int dimension = trial.Inputs.Dimension, batch = trial.Inputs.Batch;
        Span<double> values = stackalloc double[ladder.Offsets.Count];
        int first = moved.First(sample, coordinate);
        double magnitude = 0;
        for (int o = 0; o < values.Length; o++)
        {
            double term = perLogDet[seed * batch + sample] * (double)result.LogDet[seed * moved.Batch + first + o];
            double sum = term, size = Math.Abs(term), squares = term * term;
            for (int d = 0; d < dimension; d++)
            {
                term = perState[(seed * dimension + d) * batch + sample] * (double)result.State[(seed * dimension + d) * moved.Batch + first + o];
                sum += term;
                size += Math.Abs(term);
                squares += term * term;
            }
            values[o] = sum;
            magnitude = Math.Max(magnitude, Math.Min(size, Deviations * Math.Sqrt(squares)));
        }
        return ladder.Of(values, magnitude);
    }
}
