using FlowLab.Engine.Evaluation;

namespace FlowLab.Engine.Tests.Evaluation;

public sealed class ParetoTailTests
{
    private const int Samples = 20_000;

    [TestCase(0.3)]
    [TestCase(0.7)]
    [TestCase(1.2)]
    public void The_shape_of_a_Pareto_distribution_comes_back(double shape) =>
        Assert.That(Of(uniform => -shape * Math.Log(1 - uniform)), Is.EqualTo(shape).Within(0.05), "w = (1 - u)^-k");

    [Test]
    public void Bounded_weights_have_a_light_tail() => Assert.That(Of(Math.Log), Is.LessThan(0), "w uniform on [0, 1] has k = -1");

    [Test]
    public void Exponential_weights_have_shape_zero() => Assert.That(Of(uniform => Math.Log(-Math.Log(1 - uniform))), Is.EqualTo(0).Within(0.1));

    [Test]
    public void A_common_factor_changes_nothing() =>
        Assert.That(Of(uniform => 500 - 0.7 * Math.Log(1 - uniform)), Is.EqualTo(Of(uniform => -0.7 * Math.Log(1 - uniform))).Within(1e-9));

    [Test]
    public void Equal_weights_have_no_tail() => Assert.That(Of(_ => 2.5), Is.Zero);

    [Test]
    public void Few_draws_have_no_shape() => Assert.That(ParetoTail.ShapeOf([1.0, 2.0, 3.0]), Is.NaN);

    [TestCase(100, 0.5)]
    [TestCase(1000, 1 - 1 / 3.0)]
    [TestCase(1_000_000, 0.7)]
    public void The_limit_grows_with_the_number_of_draws(int samples, double limit) => Assert.That(ParetoTail.LimitOf(samples), Is.EqualTo(limit).Within(1e-12));

    private static double Of(Func<double, double> logWeight)
    {
        ImportanceWeights weights = new(Samples);
        for (int i = 0; i < Samples; i++)
            weights.Add(logWeight((i + 0.5) / Samples));
        return weights.TailShape;
    }
}
