using FlowLab.Energies;
using FlowLab.Engine.Evaluation;

namespace FlowLab.Engine.Tests.Evaluation;

public sealed class GridIntegralTests
{
    private static readonly EnergyGrid Grid = new(-8, 8, 200);

    [Test]
    public void The_integral_of_an_unnormalised_Gaussian_is_its_normaliser()
    {
        float[] logs = Gaussian(0.5, -0.3, 0.7, logNormalizer: 0);
        Assert.That(new GridIntegral(Grid).LogIntegral(logs), Is.EqualTo(Math.Log(2 * Math.PI * 0.7 * 0.7)).Within(1e-6));
    }

    [Test]
    public void The_divergence_of_two_Gaussians_is_the_closed_form()
    {
        double sigma = 0.7, scale = 1.3;
        float[] model = Gaussian(0.5, -0.3, sigma, Math.Log(2 * Math.PI * sigma * sigma));
        float[] target = Gaussian(0, 0, scale, 0);
        double logZ = new GridIntegral(Grid).LogIntegral(target);
        (double divergence, double mass, double error, double massError) = new GridIntegral(Grid).Divergence(model, target, logZ);
        double ratio = sigma * sigma / (scale * scale);
        double expected = ratio - 1 - Math.Log(ratio) + 0.5 * (0.25 + 0.09) / (scale * scale);
        Assert.Multiple(() =>
        {
            Assert.That(divergence, Is.EqualTo(expected).Within(1e-5));
            Assert.That(mass, Is.EqualTo(1).Within(1e-6));
            Assert.That(error, Is.LessThan(1e-5));
            Assert.That(massError, Is.LessThan(1e-5));
        });
    }

    [Test]
    public void A_density_finer_than_the_grid_is_betrayed_by_the_error_estimate()
    {
        double sigma = 0.05;
        float[] model = Gaussian(0.02, 0.01, sigma, Math.Log(2 * Math.PI * sigma * sigma));
        float[] target = Gaussian(0, 0, 1, 0);
        (_, _, double error, double massError) = new GridIntegral(Grid).Divergence(model, target, Math.Log(2 * Math.PI));
        Assert.That(error, Is.GreaterThan(0.1));
        Assert.That(massError, Is.GreaterThan(0.1));
    }

    [Test]
    public void The_error_of_an_integral_is_small_where_the_grid_is_fine_and_large_where_it_is_not()
    {
        Assert.That(new GridIntegral(Grid).LogIntegralError(Gaussian(0.5, -0.3, 0.7, 0)), Is.LessThan(1e-6));
        Assert.That(new GridIntegral(Grid).LogIntegralError(Gaussian(0.02, 0.01, 0.03, 0)), Is.GreaterThan(0.1));
    }

    [Test]
    public void Mass_outside_the_square_is_seen()
    {
        float[] model = Gaussian(8, 0, 0.5, Math.Log(2 * Math.PI * 0.25));
        (_, double mass, _, _) = new GridIntegral(Grid).Divergence(model, Gaussian(0, 0, 1, 0), 0);
        Assert.That(mass, Is.EqualTo(0.5).Within(0.01));
    }

    private static float[] Gaussian(double mean1, double mean2, double sigma, double logNormalizer)
    {
        float[] logs = new float[Grid.Resolution * Grid.Resolution];
        for (int i = 0; i < logs.Length; i++)
        {
            double z1 = Grid.Center(i % Grid.Resolution) - mean1, z2 = Grid.Center(i / Grid.Resolution) - mean2;
            logs[i] = (float)(-0.5 * (z1 * z1 + z2 * z2) / (sigma * sigma) - logNormalizer);
        }
        return logs;
    }
}
