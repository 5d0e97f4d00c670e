using FlowLab.Engine.Latents;
using FlowLab.Networks;
using FlowLab.Random;
using MathNet.Numerics.LinearAlgebra;

namespace FlowLab.Engine.Tests.Latents;

/// <summary>
/// A model in which all that is estimated is known: x = W0 z1 + b0 + noise, and with two stochastic layers z1 = W1 z2 + b1 + noise. With z the
/// vector of all latent variables, p(z) = N(m, P) and x = A z + b0 + noise: p(x) = N(A m + b0, A P A' + Sigma), and p(z|x) has the precision
/// P^-1 + A' Sigma^-1 A.
/// </summary>
internal sealed class LinearGaussian
{
    private readonly Matrix<double> _prior, _map, _noise;
    private readonly Vector<double> _priorMean, _marginalMean;
    private readonly double[,] _weight0;
    private readonly double[] _bias0, _deviation0;

    /// <param name="weight">W0.</param>
    /// <param name="deviations">Standard deviations of the noise of x.</param>
    /// <param name="above">W1, b1 and the deviations of z1 given z2, of width one each; null for one stochastic layer.</param>
    public LinearGaussian(double[,] weight, double[] deviations, (double Weight, double Bias, double Deviation)? above = null)
    {
        (_weight0, _deviation0, Above) = (weight, deviations, above);
        int width = weight.GetLength(1);
        _bias0 = [.. deviations.Select((_, i) => 0.3 * i - 0.4)];
        (_priorMean, _prior) = (Vector<double>.Build.Dense(width), Matrix<double>.Build.DenseIdentity(width));
        Matrix<double> map = Matrix<double>.Build.DenseOfArray(weight);
        if (above is { } layer)
        {
            _priorMean = Vector<double>.Build.DenseOfArray([layer.Bias, 0]);
            _prior = Matrix<double>.Build.DenseOfArray(new[,]
            {
                { layer.Weight * layer.Weight + layer.Deviation * layer.Deviation, layer.Weight },
                { layer.Weight, 1 },
            });
            map = map.Append(Matrix<double>.Build.Dense(map.RowCount, 1));
        }
        _map = map;
        _noise = Matrix<double>.Build.DenseOfDiagonalArray([.. deviations.Select(x => x * x)]);
        _marginalMean = _map * _priorMean + Vector<double>.Build.DenseOfArray(_bias0);
        Precision = _prior.Inverse() + _map.TransposeThisAndMultiply(_noise.Inverse() * _map);
    }

    private (double Weight, double Bias, double Deviation)? Above { get; }

    public int[] Widths => Above is null ? [_weight0.GetLength(1)] : [1, 1];

    public int PointDimension => _deviation0.Length;

    /// <summary>Of the exact posterior.</summary>
    public Matrix<double> Precision { get; }

    /// <summary>The posterior mean is this times x, plus an intercept.</summary>
    private Matrix<double> Gain => Precision.Inverse() * _map.Transpose() * _noise.Inverse();

    /// <summary>Points drawn from p(x), as float32 numbers.</summary>
    public double[][] DrawPoints(int count)
    {
        RandomStream random = new(7, RandomPurpose.TestData);
        Matrix<double> root = MarginalCovariance.Cholesky().Factor;
        return
        [
            .. Enumerable.Range(0, count).Select(_ =>
                (_marginalMean + root * Vector<double>.Build.Dense(PointDimension, _ => random.NextNormal())).Select(x => (double)(float)x).ToArray()),
        ];
    }

    /// <summary>ln p(x).</summary>
    public double LogMarginal(double[] x)
    {
        Vector<double> distance = Vector<double>.Build.DenseOfArray(x) - _marginalMean;
        return -0.5 * (distance * MarginalCovariance.Cholesky().Solve(distance) + MarginalCovariance.Cholesky().DeterminantLn + PointDimension * Math.Log(2 * Math.PI));
    }

    /// <summary>KL(q || p(z|x)) if q has the exact mean, moved by <paramref name="shift"/>, and the given precision.</summary>
    public double Divergence(double[] shift, Matrix<double> precision)
    {
        Vector<double> moved = Vector<double>.Build.DenseOfArray(shift);
        return 0.5 * ((Precision * precision.Inverse()).Trace() + moved * Precision * moved - moved.Count
            + precision.Cholesky().DeterminantLn - Precision.Cholesky().DeterminantLn);
    }

    /// <summary>The case of this model: every network one linear map.</summary>
    public LatentCase CaseOf(PosteriorKind posterior, int points, params int[] seeds) => new()
    {
        Widths = Widths, Posterior = posterior, Likelihood = LikelihoodKind.Gaussian, Network = new NetworkSettings { Depth = 0 }, Seeds = seeds,
        PointDimension = PointDimension, Points = DrawPoints(points), Batch = points,
    };

    /// <summary>Sets the generative networks, and the inference network to the exact mean, moved, and to the same ln sigma and v for every x.</summary>
    public void Install(LatentCell cell, double[] shift, double[] logSigma, double[] direction)
    {
        int dimension = _priorMean.Count;
        Vector<double> intercept = _priorMean - Gain * _marginalMean + Vector<double>.Build.DenseOfArray(shift);
        int further = cell.Model.Encoder.Outputs - dimension;
        float[] flows = [.. cell.Parameters.Skip(cell.Model.Encoder.ParameterCount - further).Take(further)];
        double[] flowBiases = [.. flows.Skip(logSigma.Length + direction.Length)];
        for (int position = 0; position < cell.Case.Seeds.Length; position++)
        {
            cell.Set("encoder.output.weight", [.. Gain.ToRowMajorArray(), .. new double[further * PointDimension]], position);
            cell.Set("encoder.output.bias", [.. intercept, .. logSigma, .. direction, .. flowBiases], position);
            cell.Set("decoder0.output.weight", [.. _weight0, .. new double[_weight0.Length]], position);
            cell.Set("decoder0.output.bias", [.. _bias0, .. _deviation0.Select(deviation => Math.Log(deviation))], position);
            if (Above is { } layer)
            {
                cell.Set("decoder1.output.weight", [layer.Weight, 0], position);
                cell.Set("decoder1.output.bias", [layer.Bias, Math.Log(layer.Deviation)], position);
            }
        }
    }

    private Matrix<double> MarginalCovariance => _map * _prior * _map.Transpose() + _noise;
}
