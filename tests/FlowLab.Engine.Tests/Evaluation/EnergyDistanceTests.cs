using FlowLab.Energies;
using FlowLab.Engine.Evaluation;

namespace FlowLab.Engine.Tests.Evaluation;

/// <summary>The distance between two samples, and the exact draws that it is taken to.</summary>
public sealed class EnergyDistanceTests
{
    private static readonly EnergyGrid Grid = new(-6, 6, 200);

    [Test]
    public void Two_points_each_are_computed_by_hand()
    {
        // All on a line: 0 and 3 against 1 and 2.
        double across = (1 + 2 + 2 + 1) / 4.0, within = 3, other = 1;
        Assert.That(EnergyDistance.Between([0, 0, 3, 0], [1, 0, 2, 0]), Is.EqualTo(2 * across - within - other).Within(1e-12));
    }

    [Test]
    public void Samples_of_one_density_are_within_the_noise_and_a_shifted_one_is_not()
    {
        GridSampler exact = new(Grid, Gaussian(0));
        double noise = exact.NoiseOfDistance(500);
        Assert.That(Math.Abs(EnergyDistance.Between(exact.Draw(500, 3), exact.Draw(500, 7))), Is.LessThan(5 * noise));
        Assert.That(EnergyDistance.Between(new GridSampler(Grid, Gaussian(0.5)).Draw(500, 3), exact.Draw(500, 7)), Is.GreaterThan(8 * noise));
    }

    [Test]
    public void Exact_draws_have_the_moments_of_their_density()
    {
        float[] draws = new GridSampler(Grid, Gaussian(0.5)).Draw(20_000, 3);
        double[] first = [.. draws.Where((_, i) => i % 2 == 0).Select(x => (double)x)], second = [.. draws.Where((_, i) => i % 2 == 1).Select(x => (double)x)];
        Assert.That(first.Average(), Is.EqualTo(0.5).Within(0.04));
        Assert.That(second.Average(), Is.EqualTo(0).Within(0.04));
        Assert.That(first.Average(x => (x - 0.5) * (x - 0.5)), Is.EqualTo(1).Within(0.05));
    }

    /// <summary>ln of a standard normal density up to a constant, moved along the first axis.</summary>
    private static float[] Gaussian(double mean) =>
    [
        .. Enumerable.Range(0, Grid.Resolution * Grid.Resolution).Select(cell =>
            (float)(-0.5 * (Math.Pow(Grid.Center(cell % Grid.Resolution) - mean, 2) + Math.Pow(Grid.Center(cell / Grid.Resolution), 2)))),
    ];
}
