using FlowLab.Host.Comparisons;

namespace FlowLab.Host.Tests.Comparisons;

/// <summary>Intervals and tests against values worked out elsewhere.</summary>
public sealed class PairedDifferenceTests
{
    [Test]
    public void Interval_and_p_value_are_those_of_Students_paired_test()
    {
        // Student's sleep data, The probable error of a mean, Biometrika 1908: extra hours of sleep, drug 2 minus drug 1. t = 4.0621 with 9 degrees of
        // freedom, p = 0.002833, 95 % interval [0.7001142, 2.4598858].
        double[] differences = [1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4];
        PairedDifference difference = PairedDifference.Of("2", "1", differences, 0.95);
        Assert.Multiple(() =>
        {
            Assert.That(difference.Mean, Is.EqualTo(1.58).Within(1e-12));
            Assert.That(difference.Mean / difference.StandardError, Is.EqualTo(4.0621).Within(5e-5));
            Assert.That(difference.P, Is.EqualTo(0.002833).Within(5e-7));
            Assert.That(difference.Low, Is.EqualTo(0.7001142).Within(5e-8));
            Assert.That(difference.High, Is.EqualTo(2.4598858).Within(5e-8));
        });
    }

    [Test]
    public void Fewer_than_two_pairs_have_no_interval()
    {
        PairedDifference one = PairedDifference.Of("a", "b", [0.5], 0.95), none = PairedDifference.Of("a", "b", [], 0.95);
        Assert.Multiple(() =>
        {
            Assert.That((one.Pairs, one.Mean, one.P, one.Low), Is.EqualTo((1, 0.5, double.NaN, double.NaN)));
            Assert.That((none.Pairs, none.Mean), Is.EqualTo((0, double.NaN)));
        });
    }

    [TestCase(new[] { 0.25, 0.25, 0.25 }, 0.0)]
    [TestCase(new[] { 0.0, 0.0 }, 1.0)]
    public void Equal_differences_are_certain(double[] differences, double p) =>
        Assert.That(PairedDifference.Of("a", "b", differences, 0.95).P, Is.EqualTo(p));

    [Test]
    public void Holm_multiplies_by_the_tests_that_are_left_and_never_falls()
    {
        // Smallest times 4, next times 3, ...; 2 x 0.02 = 0.04 would fall below 0.045 before it.
        double[] corrected = HolmCorrection.Of([0.02, 0.005, double.NaN, 0.015, 0.9]);
        Assert.That(corrected, Is.EqualTo([0.045, 0.02, double.NaN, 0.045, 0.9]).Within(1e-12));
    }
}
