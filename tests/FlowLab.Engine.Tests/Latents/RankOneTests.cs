using FlowLab.Engine.Models;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;
using MathNet.Numerics.LinearAlgebra;

namespace FlowLab.Engine.Tests.Latents;

/// <summary>The rank-one Gaussian against the multivariate normal with C = (diag(1/sigma^2) + u u')^-1, u = v / sigma.</summary>
internal sealed class RankOneTests
{
    private const int Draws = 100_000;

    private static readonly float[][] Cases =
    [
        [0.3f, -1.2f, 0.2f, -0.4f, 0.9f, -0.7f],
        [0.5f, -0.2f, 1.1f, -0.3f, 0.4f, 0.1f, 0.8f, -1.5f, 0.6f],
        [1, -1, 0.5f, 0.25f, -2, 0.2f, -0.9f, -0.1f, 0.3f, 0, 3, -2, 0.01f, 1, 5],
        [0.7f, -0.3f, 0.1f, -0.6f, 0, 0],
    ];

    [TestCaseSource(nameof(Cases))]
    public void Draws_have_mean_and_covariance_of_the_formula(params float[] parameters)
    {
        int dimension = parameters.Length / 3;
        (float[] state, _, _) = Sample(parameters);
        Matrix<double> covariance = Covariance(parameters);
        double[][] rows = [.. Enumerable.Range(0, dimension).Select(d => Array.ConvertAll(state[(d * Draws)..((d + 1) * Draws)], x => (double)x - parameters[d]))];
        for (int i = 0; i < dimension; i++)
        {
            // Five standard errors of a mean and of a second moment of normal numbers.
            Assert.That(rows[i].Average(), Is.EqualTo(0).Within(5 * Math.Sqrt(covariance[i, i] / Draws)), $"mean {i}");
            for (int j = 0; j <= i; j++)
            {
                double error = Math.Sqrt((covariance[i, i] * covariance[j, j] + covariance[i, j] * covariance[i, j]) / Draws);
                double moment = rows[i].Zip(rows[j], (a, b) => a * b).Average();
                Assert.That(moment, Is.EqualTo(covariance[i, j]).Within(5 * error), $"covariance {i}, {j}");
            }
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void The_log_density_of_a_draw_is_that_of_the_multivariate_normal_from_the_noise_and_from_the_point(params float[] parameters)
    {
        int dimension = parameters.Length / 3;
        (float[] state, float[] fromNoise, float[] fromPoint) = Sample(parameters);
        Matrix<double> precision = Covariance(parameters).Inverse();
        double constant = 0.5 * Math.Log(precision.Determinant()) - 0.5 * dimension * Math.Log(2 * Math.PI);
        for (int s = 0; s < Draws; s += 97)
        {
            Vector<double> distance = Vector<double>.Build.Dense(dimension, d => state[d * Draws + s] - (double)parameters[d]);
            double expected = constant - 0.5 * distance * precision * distance;
            // The point is a float32 number: half an ulp of a coordinate moves its log-density by that times the slope C^-1 (z - mu).
            double slope = (precision * distance).PointwiseAbs().DotProduct(Vector<double>.Build.Dense(dimension, d => 1 + Math.Abs(state[d * Draws + s])));
            double tolerance = 1e-6 * (10 + Math.Abs(expected) + slope);
            Assert.That(fromNoise[s], Is.EqualTo(expected).Within(tolerance), $"draw {s}, as drawn");
            Assert.That(fromPoint[s], Is.EqualTo(expected).Within(tolerance), $"draw {s}, as evaluated");
        }
    }

    [Test]
    public void A_direction_of_zero_is_the_diagonal_Gaussian_with_its_noise()
    {
        using LatentDevice device = new();
        FlowChain rankOne = new(5, 1, new RankOneBase(5, device.Accelerator), []);
        FlowChain diagonal = new(5, 1, new GaussianBase(5, new BaseSettings(), device.Accelerator), []);
        float[] parameters = [1, 2, 3, 4, 5, 0.1f, -0.2f, 0.3f, -0.4f, 0.5f, 0, 0, 0, 0, 0];
        (float[] expected, float[] expectedLog, _) = Sample(device, diagonal, parameters[..10], 1000);
        (float[] actual, float[] actualLog, _) = Sample(device, rankOne, parameters, 1000);
        Assert.That(actual, Is.EqualTo(expected));
        Assert.That(actualLog, Is.EqualTo(expectedLog).Within(5e-6f), "sums of ten terms in another order");
    }

    private static Matrix<double> Covariance(float[] parameters)
    {
        int dimension = parameters.Length / 3;
        Vector<double> precision = Vector<double>.Build.Dense(dimension, d => Math.Exp(-2.0 * parameters[dimension + d]));
        Vector<double> u = Vector<double>.Build.Dense(dimension, d => parameters[2 * dimension + d] / Math.Exp(parameters[dimension + d]));
        return (Matrix<double>.Build.DenseOfDiagonalVector(precision) + u.OuterProduct(u)).Inverse();
    }

    private static (float[] State, float[] FromNoise, float[] FromPoint) Sample(float[] parameters)
    {
        using LatentDevice device = new();
        int dimension = parameters.Length / 3;
        return Sample(device, new FlowChain(dimension, 1, new RankOneBase(dimension, device.Accelerator), []), parameters, Draws);
    }

    private static (float[] State, float[] FromNoise, float[] FromPoint) Sample(LatentDevice device, FlowChain chain, float[] values, int draws)
    {
        using FlowWorkspace work = new(device.Accelerator, chain, 1, draws, gradients: false);
        using var parameters = device.Accelerator.Allocate1D(values);
        using var seeds = device.Accelerator.Allocate1D([13]);
        chain.Sample(work, chain.Own(parameters.View), new NoiseKey(RandomPurpose.EvaluationNoise, 0), seeds.View);
        float[] fromNoise = work.LogBase.Values.GetAsArray();
        chain.Inverse(work, chain.Own(parameters.View));
        return (work.State.Values.GetAsArray(), fromNoise, work.LogBase.Values.GetAsArray());
    }
}
