using FlowLab.Engine.Cells;
using FlowLab.Engine.Training;

namespace FlowLab.Engine.Tests.Training;

/// <summary>Norms of gradients, seeds with one that is not finite, and clipping, on gradients that the test makes.</summary>
internal sealed class GradientGuardTests
{
    private const int Seeds = 3;
    private const int Count = 2 * GradientKernels.Block + 5;

    private TestCells _cells = null!;

    [SetUp]
    public void Open() => _cells = new TestCells();

    [TearDown]
    public void Close() => _cells.Dispose();

    [Test]
    public void Gradients_that_are_not_finite_are_found_wherever_they_are(
        [Values(float.NaN, float.PositiveInfinity, float.NegativeInfinity)] float fault,
        [Values(0, 1, GradientKernels.Block - 1, GradientKernels.Block, Count - 1)] int parameter)
    {
        float[] gradients = [.. Enumerable.Range(0, Seeds * Count).Select(i => (float)Math.Sin(i) * 1e30f)];
        gradients[Count + parameter] = fault;
        using GuardBench bench = new(_cells.Accelerator, Seeds, Count, new ClipSettings());
        bench.Inspect(gradients);
        Assert.That(bench.Faults, Is.EqualTo(new[] { 0, 1, 0 }));
    }

    [Test]
    public void A_gradient_longer_than_the_limit_is_shortened_to_it_and_the_others_keep_their_bits()
    {
        float[] gradients = Gradients(1, 10, 0.1);
        double[] norms = Norms(gradients);
        using GuardBench bench = new(_cells.Accelerator, Seeds, Count, new ClipSettings { Norm = norms[1] / 2 });
        float[] clipped = bench.Inspect(gradients);
        Assert.Multiple(() =>
        {
            Assert.That(bench.Norms, Is.EqualTo(norms).Using<float, double>((a, b) => Math.Abs(a - b) < 1e-6 * b));
            Assert.That(Of(clipped, 0), Is.EqualTo(Of(gradients, 0)));
            Assert.That(Of(clipped, 2), Is.EqualTo(Of(gradients, 2)));
            Assert.That(Of(clipped, 1), Is.EqualTo(Of(gradients, 1).Select(value => value / 2)).Within(1e-6).Percent);
        });
    }

    [Test]
    public void The_limit_follows_the_running_mean_of_norms_as_clipped()
    {
        ClipSettings settings = new() { Factor = 2, Decay = 0.9 };
        using GuardBench bench = new(_cells.Accelerator, Seeds, Count, settings);
        double[] scales = [1, 1.5, 7, 1, 0.5, 100];
        double unit = Norms(Gradients(1, 1, 1))[0], mean = 0;
        foreach (double scale in scales)
        {
            float[] clipped = bench.Inspect(Gradients(scale, scale, scale));
            double norm = scale * unit, expected = mean == 0 ? norm : Math.Min(norm, 2 * mean);
            mean = mean == 0 ? expected : 0.9 * mean + 0.1 * expected;
            Assert.That(Norms(clipped)[0], Is.EqualTo(expected).Within(1e-4).Percent, $"gradient of size {scale}");
            Assert.That(bench.Means, Is.All.EqualTo(mean).Within(1e-4).Percent);
        }
    }

    [Test]
    public void A_norm_that_overflows_leaves_no_update_and_no_trace_in_the_mean()
    {
        using GuardBench bench = new(_cells.Accelerator, Seeds, Count, new ClipSettings { Factor = 2 });
        bench.Inspect(Gradients(1, 1, 1));
        float[] before = bench.Means;
        float[] clipped = bench.Inspect(Gradients(1, 1e30, 1));
        Assert.That(Of(clipped, 1), Is.All.Zero);
        Assert.That(bench.Means[1], Is.EqualTo(before[1]));
        Assert.That(bench.Faults, Is.All.Zero);
    }

    [Test]
    public void Cells_without_a_latent_model_are_clipped_as_well()
    {
        using TrainingSession free = _cells.EnergyCell("planar", 4, [1, 2]), clipped = _cells.EnergyCell("planar", 4, [1, 2], clip: new ClipSettings { Norm = 1e-3 });
        free.Step();
        clipped.Step();
        int count = free.Tensors.Sum(tensor => tensor.Shape.Aggregate(1, (product, axis) => product * axis));
        for (int position = 0; position < 2; position++)
        {
            double[] raw = [.. free.ReadGradients().Skip(position * count).Take(count).Select(value => (double)value)];
            double norm = Math.Sqrt(raw.Sum(value => value * value));
            Assert.That(norm, Is.GreaterThan(1e-2));
            Assert.That(clipped.ReadGradients().Skip(position * count).Take(count), Is.EqualTo(raw.Select(value => value * 1e-3 / norm)).Within(1e-3).Percent);
        }
    }

    /// <summary>One gradient per seed, of the given sizes.</summary>
    private static float[] Gradients(params double[] sizes) =>
        [.. sizes.SelectMany(size => Enumerable.Range(0, Count).Select(i => (float)(size * Math.Sin(1 + i))))];

    private static double[] Norms(float[] gradients) =>
        [.. Enumerable.Range(0, Seeds).Select(position => Math.Sqrt(Of(gradients, position).Sum(value => (double)value * value)))];

    private static float[] Of(float[] gradients, int position) => gradients.AsSpan(position * Count, Count).ToArray();
}
