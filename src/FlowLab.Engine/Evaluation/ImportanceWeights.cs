namespace FlowLab.Engine.Evaluation;

/// <summary>Statistics of importance weights w = p / q from their logarithms, without overflow: sums are kept relative to the largest.</summary>
internal sealed class ImportanceWeights
{
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

    public void Add(double logWeight)
    {
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
}
