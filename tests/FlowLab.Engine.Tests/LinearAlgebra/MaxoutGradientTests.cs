namespace FlowLab.Engine.Tests.LinearAlgebra;

/// <summary>Backward passes through maxout units against sums in double precision, for all widths of vectors.</summary>
[TestFixture(512)]
[TestFixture(256)]
[TestFixture(128)]
public sealed class MaxoutGradientTests(int bits)
{
    // Roundings of 6e-8 each, of at most 400 terms one after the other, relative to the sum of their sizes.
    private const double Tolerance = 2e-6;

    private GemmFixture _fixture = null!;

    [OneTimeSetUp]
    public void Create() => _fixture = GemmFixture.OnCpu(bits, threads: 3);

    [OneTimeTearDown]
    public void Dispose() => _fixture.Dispose();

    [Test]
    public void Every_rest_of_a_block_of_inputs_is_right([Range(1, 140)] int inputs) => Verify(1, 3, 4, inputs, 9);

    [Test]
    public void Every_number_of_samples_is_right([Values(1, 2, 7, 8, 9, 63, 64, 65, 100, 111, 112, 113, 128, 129, 224, 225, 300)] int batch) => Verify(1, 5, 4, 21, batch);

    [Test]
    public void Every_window_is_right([Values(2, 3, 4, 5, 8, 97, 200)] int window) => Verify(2, 3, window, 37, 33);

    [Test]
    public void Every_number_of_units_is_right([Values(1, 7, 8, 15, 16, 17, 24, 25, 49, 65, 130)] int units) => Verify(1, units, 4, 19, 12);

    [TestCase(3, 20, 4, 70, 50)]
    [TestCase(50, 4, 2, 5, 6)]
    [TestCase(2, 100, 4, 784, 100)]
    public void Seeds_are_right(int seeds, int units, int window, int inputs, int batch) => Verify(seeds, units, window, inputs, batch);

    /// <summary>More seeds than a step takes, and less than a step's at the end.</summary>
    [Test]
    public void Many_steps_are_right() => Verify(13, 150, 2, 3, 1000);

    [Test]
    public void Without_input_gradients_the_others_have_the_same_bits()
    {
        MaxoutCase with = new MaxoutCase(2, 30, 4, 90, 120).Run(_fixture), without = new MaxoutCase(2, 30, 4, 90, 120).Run(_fixture, pulls: false);
        Assert.Multiple(() =>
        {
            Assert.That(without.WeightGradient, Is.EqualTo(with.WeightGradient));
            Assert.That(without.BiasGradient, Is.EqualTo(with.BiasGradient));
            Assert.That(without.InputGradient, Is.Empty);
        });
    }

    [Test]
    public void Input_gradients_may_take_the_place_of_the_gradients_of_units([Values(1, 40)] int seeds)
    {
        MaxoutCase apart = new MaxoutCase(seeds, 60, 4, 60, 130).Run(_fixture), inPlace = new MaxoutCase(seeds, 60, 4, 60, 130).Run(_fixture, inPlace: true);
        Assert.Multiple(() =>
        {
            Assert.That(inPlace.InputGradient, Is.EqualTo(apart.InputGradient));
            Assert.That(inPlace.WeightGradient, Is.EqualTo(apart.WeightGradient));
        });
    }

    [Test]
    public void All_widths_and_numbers_of_threads_give_the_same_bits([Values(1, 2, 8)] int threads)
    {
        using GemmFixture other = GemmFixture.OnCpu(threads: threads);
        MaxoutCase own = new MaxoutCase(2, 40, 4, 150, 230).Run(_fixture), others = new MaxoutCase(2, 40, 4, 150, 230).Run(other);
        Assert.Multiple(() =>
        {
            Assert.That(others.WeightGradient, Is.EqualTo(own.WeightGradient));
            Assert.That(others.BiasGradient, Is.EqualTo(own.BiasGradient));
            Assert.That(others.InputGradient, Is.EqualTo(own.InputGradient));
        });
    }

    private void Verify(int seeds, int units, int window, int inputs, int batch) =>
        Assert.That(new MaxoutCase(seeds, units, window, inputs, batch).Run(_fixture).WorstError(), Is.LessThan(Tolerance));
}
