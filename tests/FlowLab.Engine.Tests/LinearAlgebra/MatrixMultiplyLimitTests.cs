using FlowLab.LinearAlgebra;

namespace FlowLab.Engine.Tests.LinearAlgebra;

/// <summary>Empty dimensions, and numbers that are none.</summary>
public sealed class MatrixMultiplyLimitTests
{
    private GemmFixture _fixture = null!;

    [OneTimeSetUp]
    public void Create() => _fixture = GemmFixture.OnCpu();

    [OneTimeTearDown]
    public void Dispose() => _fixture.Dispose();

    [Test]
    public void An_empty_sum_is_zero_and_leaves_beta_and_bias([Values(0f, 3f)] float beta, [Values] BiasAxis bias, [Values] MatrixSide? packed) =>
        new GemmCase(14, 0, 35) { Beta = beta, Bias = bias, Packed = packed }.Verify(_fixture);

    [Test]
    public void A_target_without_elements_is_left_alone([Values(0, 3)] int rows, [Values] MatrixSide? packed) =>
        new GemmCase(rows, 4, rows == 0 ? 5 : 0) { Packed = packed, Gap = 2 }.Verify(_fixture);

    [Test]
    public void No_seeds_are_no_work() => new GemmCase(3, 4, 5) { Seeds = 0 }.Verify(_fixture);

    [Test]
    public void Not_a_number_times_zero_is_not_a_number([Values(1f, 0f)] float alpha)
    {
        GemmCase product = new(20, 10, 40) { Alpha = alpha };
        float[] result = product.Run(_fixture, self =>
        {
            Array.Clear(self.Right.Values);
            self.Left.Values[self.Left.At(0, 7, 3)] = float.NaN;
        });
        Assert.That(Rows(result, 40, float.IsNaN), Is.EqualTo(new[] { 7 }));
    }

    [Test]
    public void Infinity_times_zero_is_not_a_number_and_times_a_number_infinity()
    {
        GemmCase product = new(20, 10, 40);
        float[] result = product.Run(_fixture, self =>
        {
            Array.Fill(self.Right.Values, 1f);
            self.Left.Values[self.Left.At(0, 7, 3)] = float.PositiveInfinity;
            self.Right.Values[self.Right.At(0, 3, 39)] = 0f;
        });
        Assert.That(Rows(result, 40, float.IsNaN), Is.EqualTo(new[] { 7 }));
        Assert.That(result[(7 * 40)..((7 * 40) + 39)], Is.All.EqualTo(float.PositiveInfinity));
        Assert.That(result[(7 * 40) + 39], Is.NaN);
    }

    [Test]
    public void What_is_not_a_number_in_the_target_stays_with_beta_and_goes_without([Values(0f, 1e-30f)] float beta)
    {
        GemmCase product = new(5, 10, 40) { Beta = beta };
        float[] result = product.Run(_fixture, self => self.Fill(float.NaN));
        Assert.That(result, beta == 0f ? Has.None.NaN : Is.All.NaN);
    }

    /// <summary>The rows with at least one element for which something holds.</summary>
    private static int[] Rows(float[] values, int columns, Func<float, bool> holds) =>
        [.. values.Index().Where(element => holds(element.Item)).Select(element => element.Index / columns).Distinct()];
}
