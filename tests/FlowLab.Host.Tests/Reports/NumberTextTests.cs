using System.Globalization;
using FlowLab.Host.Reports;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Reports;

[TestFixture]
public sealed class NumberTextTests
{
    [TestCase(1.23456, 0.0123, "1.235 \u00B1 0.012")]
    [TestCase(1.23456, 0.5, "1.23 \u00B1 0.50")]
    [TestCase(12345.6, 120, "12346 \u00B1 120")]
    [TestCase(-0.00001, 0.02, "0.000 \u00B1 0.020")]
    [TestCase(1.2345e-9, 2.5e-10, "(1.23 \u00B1 0.25)e-9")]
    [TestCase(3.5e7, 2e5, "(3.500 \u00B1 0.020)e7")]
    [TestCase(1.0, 1e-12, "1 \u00B1 1.0e-12")]
    [TestCase(1.0, 2e-6, "1 \u00B1 2.0e-6")]
    [TestCase(8.362027e10, 105984.0, "8.36203e10 \u00B1 1.1e5")]
    [TestCase(2.5e9, 0.25, "2.5e9 \u00B1 0.25")]
    [TestCase(0.25, double.NaN, "0.2500")]
    [TestCase(double.NaN, double.NaN, "\u2013")]
    [TestCase(double.PositiveInfinity, double.NaN, "\u221E")]
    public void A_mean_has_the_digits_that_its_error_leaves(double mean, double error, string expected)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Cultures.German;
            Assert.That(NumberText.Of(mean, error), Is.EqualTo(expected));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [TestCase(0.0, "0")]
    [TestCase(1234.5678, "1235")]
    [TestCase(0.000123456, "0.0001235")]
    [TestCase(0.0000123456, "1.235e-5")]
    [TestCase(-89.94, "-89.94")]
    [TestCase(1.5e8, "1.500e8")]
    public void A_number_alone_has_four_digits(double value, string expected) => Assert.That(NumberText.Of(value), Is.EqualTo(expected));
}
