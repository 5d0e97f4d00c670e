using FlowLab.Engine.Evaluation;
using FlowLab.Engine.Training;

namespace FlowLab.Engine.Tests.Training;

/// <summary>What a seed computes depends on nothing but the seed: not on its neighbours in the launch, their order, nor on threads.</summary>
public sealed class SeedsAxisTests
{
    private static readonly EvaluationSettings Evaluation = new() { Samples = 1000, GridResolution = 60 };

    [Test]
    public void A_seed_is_bit_identical_alone_and_packed_in_any_order_and_with_1_or_2_threads(
        [Values("planar", "radial", "nice-perm", "nice-orth")] string flow)
    {
        Outcome alone = Train(flow, [7], threads: 1);
        Outcome packed = Train(flow, [3, 7, 11, 0], threads: 2);
        Outcome reordered = Train(flow, [11, 0, 3, 7], threads: 1);
        Assert.Multiple(() =>
        {
            Assert.That(packed.Of(7), Is.EqualTo(alone.Of(7)));
            Assert.That(reordered.Of(7), Is.EqualTo(alone.Of(7)));
            foreach (int seed in new[] { 0, 3, 11 })
                Assert.That(reordered.Of(seed), Is.EqualTo(packed.Of(seed)), $"seed {seed}");
        });
    }

    [Test]
    public void Different_seeds_differ_in_everything_they_draw()
    {
        Outcome outcome = Train("planar", [1, 2], threads: 2, figuresOnly: true);
        Assert.That(outcome.Of(1).Zip(outcome.Of(2)).Count(pair => pair.First == pair.Second), Is.LessThan(3));
    }

    [Test]
    public void Maximum_likelihood_is_packed_bit_identically_too()
    {
        using TestCells one = new(1), two = new(2);
        using TrainingSession alone = one.DataCell("planar", 3, [5], updates: 25);
        using TrainingSession packed = two.DataCell("planar", 3, [9, 5], updates: 25);
        Run(alone);
        Run(packed);
        float[] expected = alone.ReadState().Parameters;
        Assert.That(packed.ReadState().Parameters.AsSpan(expected.Length).ToArray(), Is.EqualTo(expected));
    }

    [Test]
    public void A_restored_session_ends_with_the_bits_of_one_that_never_stopped()
    {
        using TestCells cells = new();
        using TrainingSession through = cells.EnergyCell("planar", 4, [1, 2, 3]);
        using TrainingSession first = cells.EnergyCell("planar", 4, [1, 2, 3]);
        using TrainingSession second = cells.EnergyCell("planar", 4, [1, 2, 3]);
        Run(through);
        for (int i = 0; i < 17; i++)
            first.Step();
        second.Restore(first.ReadState());
        Run(second);
        Assert.That(Bits(second.ReadState().Parameters), Is.EqualTo(Bits(through.ReadState().Parameters)));
        Assert.That(Bits(second.ReadState().OptimizerState), Is.EqualTo(Bits(through.ReadState().OptimizerState)));
    }

    [Test]
    public void A_state_of_another_cell_is_refused()
    {
        using TestCells cells = new();
        using TrainingSession four = cells.EnergyCell("planar", 4, [1]);
        using TrainingSession five = cells.EnergyCell("planar", 5, [1]);
        Assert.That(
            () => five.Restore(four.ReadState()),
            Throws.TypeOf<FlowLabEngineException>().With.Message.StartsWith("FLE005").And.Message.Contains("expected 1 seeds with 29 parameters"));
    }

    private static Outcome Train(string flow, int[] seeds, int threads, bool figuresOnly = false)
    {
        using TestCells cells = new(threads);
        using TrainingSession session = cells.EnergyCell(flow, 4, seeds);
        Run(session);
        float[] losses = session.ReadLosses();
        TrainingState state = session.ReadState();
        IReadOnlyList<SeedMetric> metrics = new CellEvaluator(session, Evaluation).Measure();
        int count = state.Parameters.Length / seeds.Length;
        return new Outcome(seeds.Select((seed, i) => (seed, Values: (IReadOnlyList<double>)
        [
            losses[i],
            .. state.Parameters.AsSpan(i * count, count).ToArray().Select(value => (double)value),
            .. metrics.Where(metric => metric.Seed == seed && !(figuresOnly && metric.Metric.Kind == MetricKind.Consistency)).Select(metric => metric.Value),
        ])).ToDictionary(entry => entry.seed, entry => entry.Values));
    }

    private static void Run(TrainingSession session)
    {
        while (!session.IsFinished)
            session.Step();
    }

    private static int[] Bits(float[] values) => Array.ConvertAll(values, BitConverter.SingleToInt32Bits);

    private sealed record Outcome(Dictionary<int, IReadOnlyList<double>> Values)
    {
        public IReadOnlyList<double> Of(int seed) => Values[seed];
    }
}
