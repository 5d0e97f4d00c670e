using FlowLab.Engine.Latents;

namespace FlowLab.Engine.Tests.Latents;

internal sealed class LikelihoodTests
{
    private LatentDevice _device = null!;

    [SetUp]
    public void Open() => _device = new LatentDevice();

    [TearDown]
    public void Close() => _device.Dispose();

    [Test]
    public void The_logit_normal_density_of_t_integrates_to_one_over_the_unit_interval(
        [Values(-2, 0, 1.5)] double mu, [Values(0.05, 0.5, 1)] double deviation, [Values(0, 0.01, 1)] double floor, [Values(1e-4, 0.2)] double margin)
    {
        const int count = 2001;
        LikelihoodSettings settings = new() { Type = LikelihoodKind.LogitNormal, Floor = floor, Margin = margin };
        // The midpoints of equal steps of y = logit(t), t = margin + (1 - 2 margin) x, within six deviations; dt = t (1 - t) dy. The rule is exact to rounding
        // for a function that falls like a Gaussian; rounding t to float32 at the upper end, where 1 - t is 1e-4, is what is left of an error.
        double half = 6 * Math.Sqrt(deviation * deviation + floor * floor), step = 2 * half / count;
        float[] points = [.. Enumerable.Range(0, count).Select(i => (float)((Sigmoid(mu - half + (i + 0.5) * step) - margin) / (1 - 2 * margin)))];
        float[] outputs = [.. Enumerable.Repeat((float)mu, count), .. Enumerable.Repeat((float)Math.Log(deviation), count)];
        float[] logs = new LikelihoodRun(new LogitNormalLikelihood(settings, _device.Accelerator), _device, points, outputs).LogLikelihood;
        double integral = points.Select((x, i) => (T: margin + (1 - 2 * margin) * x, Log: logs[i])).Sum(at => Math.Exp(at.Log) * at.T * (1 - at.T) * step);
        Assert.That(integral, Is.EqualTo(1).Within(2e-5));
    }

    [Test]
    public void Logit_normal_densities_and_gradients_of_all_levels_are_those_of_the_formula([Values(-2, 0, 2)] double offset, [Values(0, 0.01)] double floor)
    {
        LikelihoodSettings settings = new() { Type = LikelihoodKind.LogitNormal, Floor = floor };
        // Black and white are the ends of the margin, logit(t) = -9.2 and 9.2. Means lie some deviations of 0.02 from the level: there an error of t shows most.
        float[] points = [.. Enumerable.Range(0, 256).Select(level => level / 255f)];
        float[] means = [.. points.Select(x => (float)(Logit(settings.Margin + (1 - 2 * settings.Margin) * x) + 0.02 * offset))];
        float[] outputs = [.. means, .. Enumerable.Repeat((float)Math.Log(0.02), points.Length)];
        LikelihoodRun run = new(new LogitNormalLikelihood(settings, _device.Accelerator), _device, points, outputs, 0.5f);
        for (int i = 0; i < points.Length; i++)
        {
            double[] output = [outputs[i], outputs[points.Length + i]];
            double expected = ReferenceDensities.LogLikelihood(settings, [points[i]], output);
            // ln t and ln(1 - t) are right to one rounding, 5e-7 at 9.2; a change of the distance by that much changes ln p by it times the slope.
            double slope = 1 / 0.02 * (1 + Math.Abs(offset));
            double tolerance = 2e-6 * (5 + slope);
            Assert.That(run.LogLikelihood[i], Is.EqualTo(expected).Within(tolerance), $"level {i}");
            for (int k = 0; k < 2; k++)
            {
                double gradient = -0.5 * Slope(output, k, at => ReferenceDensities.LogLikelihood(settings, [points[i]], at));
                Assert.That(run.Gradients[k * points.Length + i], Is.EqualTo(gradient).Within(tolerance / 0.02), $"level {i}, gradient {k}");
            }
        }
    }

    [Test]
    public void Bernoulli_stays_finite_and_right_for_huge_logits()
    {
        float[] points = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1];
        float[] logits = [-1e4f, -50, 0, 50, 1e4f, -1e4f, -50, 0, 50, 1e4f];
        LikelihoodRun run = new(new BernoulliLikelihood(_device.Accelerator), _device, points, logits, 0.25f);
        for (int i = 0; i < points.Length; i++)
        {
            double expected = ReferenceDensities.LogLikelihood(new(), [points[i]], [logits[i]]);
            Assert.That(run.LogLikelihood[i], Is.EqualTo(expected).Within(1e-6 * Math.Abs(expected) + 1e-21), $"x = {points[i]}, logit {logits[i]}");
            Assert.That(run.Gradients[i], Is.EqualTo(0.25 * (Sigmoid(logits[i]) - points[i])).Within(1e-7), $"gradient at x = {points[i]}, logit {logits[i]}");
        }
    }

    [Test]
    public void Logit_normal_stays_finite_and_right_for_huge_deviations([Values(0, 0.01)] double floor)
    {
        float[] points = [0, 0.25f, 1];
        foreach (float logDeviation in new[] { 30f, 60f, 300f })
        {
            float[] outputs = [0, 1, -2, logDeviation, logDeviation, logDeviation];
            LikelihoodSettings settings = new() { Type = LikelihoodKind.LogitNormal, Floor = floor };
            LikelihoodRun run = new(new LogitNormalLikelihood(settings, _device.Accelerator), _device, points, outputs);
            for (int i = 0; i < points.Length; i++)
            {
                double t = settings.Margin + (1 - 2 * settings.Margin) * points[i];
                double expected = -0.5 * Math.Log(2 * Math.PI) - logDeviation - Math.Log(t) - Math.Log(settings.Margin + (1 - 2 * settings.Margin) * (1 - points[i]));
                Assert.That(run.LogLikelihood[i], Is.EqualTo(expected).Within(1e-6 * Math.Abs(expected)), $"the square of the distance is nothing beside e^{2 * logDeviation}");
                Assert.That(run.Gradients[3 + i], Is.EqualTo(1).Within(1e-6), "-ln p grows as ln of the deviation");
                Assert.That(run.Gradients[i], Is.EqualTo(0).Within(1e-20), "the mean no longer matters");
            }
        }
    }

    [Test]
    public void A_Gaussian_is_a_Gaussian([Values(-3, 0, 4)] double logSigma)
    {
        float[] points = [-2, -0.5f, 0, 1, 3];
        float[] outputs = [0.3f, -0.5f, 1, 1.5f, -2, .. Enumerable.Repeat((float)logSigma, 5)];
        LikelihoodRun run = new(new GaussianLikelihood(_device.Accelerator), _device, points, outputs);
        for (int i = 0; i < points.Length; i++)
        {
            double expected = ReferenceDensities.LogNormal([points[i]], [outputs[i], logSigma]);
            Assert.That(run.LogLikelihood[i], Is.EqualTo(expected).Within(1e-6 * (1 + Math.Abs(expected))));
        }
    }

    private static double Sigmoid(double y) => 1 / (1 + Math.Exp(-y));

    private static double Logit(double t) => Math.Log(t / (1 - t));

    private static double Slope(double[] at, int i, Func<double[], double> function)
    {
        const double step = 1e-6;
        double[] above = [.. at], below = [.. at];
        above[i] += step;
        below[i] -= step;
        return (function(above) - function(below)) / (2 * step);
    }
}
