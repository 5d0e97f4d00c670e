using FlowLab.Engine.Latents;
using MathNet.Numerics.LinearAlgebra;

namespace FlowLab.Engine.Tests.Latents;

/// <summary>A linear model whose exact posterior the Gaussian family contains, with that posterior's parameters.</summary>
internal sealed record LinearGaussianCase(string Name, PosteriorKind Posterior, LinearGaussian Model)
{
    public static LinearGaussianCase[] All =>
    [
        new("one latent variable", PosteriorKind.Diagonal, new LinearGaussian(new[,] { { 1.2 }, { -0.7 }, { 0.4 } }, [0.5, 0.8, 1.1])),
        new(
            "columns that are orthogonal under the noise", PosteriorKind.Diagonal,
            new LinearGaussian(new[,] { { 1.5, 0 }, { 0, -0.8 }, { 1, 0.5 }, { -0.5, 1 } }, [0.6, 0.9, 0.7, 0.7])),
        new(
            "one common factor", PosteriorKind.RankOne,
            new LinearGaussian(new[,] { { 1.1, 0, 0 }, { 0, 0.6, 0 }, { 0, 0, -0.9 }, { 1.2, 0.8, 0.7 } }, [0.8, 0.7, 0.9, 0.6])),
        new("two stochastic layers", PosteriorKind.RankOne, new LinearGaussian(new[,] { { 1.3 }, { -0.6 } }, [0.7, 0.5], (0.9, -0.4, 0.6))),
    ];

    /// <summary>ln sigma and, for the rank-one family, v of the exact posterior.</summary>
    public (double[] LogSigma, double[] Direction) Exact
    {
        get
        {
            double[] u = Posterior == PosteriorKind.RankOne ? Factor(Model.Precision) : new double[Model.Precision.RowCount];
            Matrix<double> rest = Model.Precision - Vector<double>.Build.DenseOfArray(u).OuterProduct(Vector<double>.Build.DenseOfArray(u));
            Matrix<double> beside = rest - Matrix<double>.Build.DenseOfDiagonalVector(rest.Diagonal());
            Assert.That(beside.InfinityNorm(), Is.LessThan(1e-12), "the family contains the posterior");
            double[] logSigma = [.. rest.Diagonal().Select(precision => -0.5 * Math.Log(precision))];
            return (logSigma, Posterior == PosteriorKind.RankOne ? [.. u.Zip(logSigma, (x, log) => x * Math.Exp(log))] : []);
        }
    }

    /// <summary>The precision of q with these parameters.</summary>
    public static Matrix<double> PrecisionOf(double[] logSigma, double[] direction)
    {
        Matrix<double> precision = Matrix<double>.Build.DenseOfDiagonalArray([.. logSigma.Select(log => Math.Exp(-2 * log))]);
        Vector<double> u = Vector<double>.Build.Dense(logSigma.Length, d => direction.Length == 0 ? 0 : direction[d] * Math.Exp(-logSigma[d]));
        return precision + u.OuterProduct(u);
    }

    public override string ToString() => Name;

    /// <summary>u so that the precision minus u u' is diagonal and positive; with two variables there are many, this is one in the middle.</summary>
    private static double[] Factor(Matrix<double> precision)
    {
        double first = precision.RowCount == 2
            ? Math.Sqrt(Math.Abs(precision[0, 1]) * Math.Sqrt(precision[0, 0] / precision[1, 1]))
            : Math.Sqrt(precision[0, 1] * precision[0, 2] / precision[1, 2]);
        return [first, .. Enumerable.Range(1, precision.RowCount - 1).Select(d => precision[0, d] / first)];
    }
}
