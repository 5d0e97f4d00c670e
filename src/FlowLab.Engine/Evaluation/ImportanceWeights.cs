namespace FlowLab.Engine.Evaluation;

/// <summary>Statistics of importance weights w = p / q from their logarithms, without overflow: sums are kept relative to the largest.</summary>
/// <param name="samples">How many there will be, S, from which follows how many of the largest are kept for <see cref="TailShape"/>; 0 keeps none.</param>
internal sealed class ImportanceWeights(long samples = 0)
{
    private readonly int _kept = samples == 0 ? 0 : ParetoTail.LengthOf(samples) + 1;
    private readonly PriorityQueue<double, double> _tail = new();
    private readonly RunningMean _logs = new();
    private long _count;
    private double _largest = double.NegativeInfinity;
    private double _sum;
    private double _sumOfSquares;

    /// <summary>Mean of ln w; its negative is the free energy.</summary>
    public double MeanLog => _logs.Mean;

    /// <summary>Standard error of <see cref="MeanLog"/>.</summary>
    public double StandardErrorOfMeanLog => _logs.StandardError;

    /// <summary>ln of the mean of w, an estimate of ln Z.</summary>
    public double LogMean => _largest + Math.Log(_sum / _count);

    /// <summary>(sum w)^2 / (n sum w^2), in (0, 1].</summary>
    public double EffectiveShare => _sum * _sum / (_count * _sumOfSquares);

    /// <summary>Standard error of <see cref="LogMean"/> by the delta method: the relative one of the mean of w.</summary>
    public double StandardErrorOfLogMean => _count < 2 ? double.NaN : Math.Sqrt(Math.Max(0, 1 / EffectiveShare - 1) / (_count - 1));

    /// <summary>Pareto k of the largest weights, see <see cref="ParetoTail"/>; NaN where they were not kept.</summary>
    public double TailShape => ParetoTail.ShapeOf([.. _tail.UnorderedItems.Select(item => item.Element)]);

    public void Add(double logWeight)
    {
        Keep(logWeight);
        _logs.Add(logWeight);
        _count++;
        if (logWeight > _largest)
        {
            double scale = Math.Exp(_largest - logWeight);
            _sum *= scale;
            _sumOfSquares *= scale * scale;
            _largest = logWeight;
        }
        double weight = Math.Exp(logWeight - _largest);
        _sum += weight;
        _sumOfSquares += weight * weight;
    }

    private void Keep(double logWeight)
    {
        if (_tail.Count < _kept)
            _tail.Enqueue(logWeight, logWeight);
        else if (_kept > 0 && logWeight > _tail.Peek())
            _tail.DequeueEnqueue(logWeight, logWeight);
    }
}
