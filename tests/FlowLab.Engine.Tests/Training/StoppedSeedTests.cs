using FlowLab.Energies;
using FlowLab.Engine.Evaluation;
using FlowLab.Engine.Training;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Tests.Training;

/// <summary>A seed that meets a number that is not finite is taken out and named; the others do not notice.</summary>
public sealed class StoppedSeedTests
{
    private const int LayerStride = 5;

    [Test]
    public void A_seed_with_a_poisoned_layer_is_stopped_and_named_with_layer_and_update_and_the_others_go_on()
    {
        using TestCells cells = new();
        using TrainingSession healthy = cells.EnergyCell("planar", 6, [1, 2, 3]);
        using TrainingSession poisoned = cells.EnergyCell("planar", 6, [1, 2, 3]);
        Step(healthy, 10);
        Step(poisoned, 10);
        TrainingState state = poisoned.ReadState();
        int parameters = state.Parameters.Length / 3;
        state.Parameters[parameters + 4 + 3 * LayerStride] = float.NaN;
        poisoned.Restore(state);
        Step(healthy, 20);
        Step(poisoned, 20);
        IReadOnlyList<StoppedSeed> stopped = poisoned.ReadStopped();
        Assert.That(stopped, Has.Count.EqualTo(1));
        Assert.Multiple(() =>
        {
            Assert.That(stopped[0].Seed, Is.EqualTo(2));
            Assert.That(stopped[0].Update, Is.EqualTo(11));
            Assert.That(stopped[0].Place, Does.Contain("flow[0] (planar) layer 3"));
            Assert.That(poisoned.ReadStopped(), Is.Empty, "a stopped seed is told once");
            Assert.That(float.IsNaN(poisoned.ReadLosses()[1]), Is.True);
        });
        TrainingState after = poisoned.ReadState(), expected = healthy.ReadState();
        Assert.Multiple(() =>
        {
            Assert.That(after.Parameters.AsSpan(0, parameters).ToArray(), Is.EqualTo(expected.Parameters.AsSpan(0, parameters).ToArray()));
            Assert.That(after.Parameters.AsSpan(2 * parameters).ToArray(), Is.EqualTo(expected.Parameters.AsSpan(2 * parameters).ToArray()));
            Assert.That(after.Parameters.AsSpan(parameters, parameters).ToArray(), Is.EqualTo(state.Parameters.AsSpan(parameters, parameters).ToArray()));
        });
        IReadOnlyList<SeedMetric> metrics = new CellEvaluator(poisoned, new EvaluationSettings { Samples = 500, GridResolution = 40 }).Measure();
        Assert.That(metrics.Where(metric => metric.Seed == 2).Select(metric => metric.Value), Is.All.NaN);
        Assert.That(metrics.Where(metric => metric.Seed != 2).Select(metric => metric.Value), Has.None.NaN);
    }

    [Test]
    public void A_loss_that_is_finite_with_a_gradient_that_is_not_stops_the_seed_before_the_update()
    {
        using TestCells cells = new();
        using TrainingSession session = cells.EnergyCell("planar", 2, [1, 2], energy: new SteepEnergy(cells.Accelerator, steepSeed: 1));
        float[] before = session.ReadState().Parameters;
        Step(session, 3);
        StoppedSeed stopped = session.ReadStopped().Single();
        Assert.Multiple(() =>
        {
            Assert.That(stopped.Seed, Is.EqualTo(2));
            Assert.That(stopped.Update, Is.EqualTo(1));
            Assert.That(stopped.Place, Does.Contain("the target's energy"));
            int half = before.Length / 2;
            Assert.That(session.ReadState().Parameters.AsSpan(half).ToArray(), Is.EqualTo(before.AsSpan(half).ToArray()), "last good parameters stay");
            Assert.That(session.ReadState().Parameters.AsSpan(0, half).ToArray(), Is.Not.EqualTo(before.AsSpan(0, half).ToArray()));
        });
    }

    [Test]
    public void A_learning_rate_far_too_large_ends_in_named_stops_never_in_silent_NaN()
    {
        using TestCells cells = new();
        using TrainingSession session = cells.EnergyCell("planar", 8, [1, 2], updates: 200, learningRate: 1e6);
        Step(session, 200);
        session.ReadStopped();
        int[] status = session.ReadStatus();
        float[] losses = session.ReadLosses();
        for (int i = 0; i < 2; i++)
            Assert.That(status[i] == 0 ? float.IsFinite(losses[i]) : session.Stopped.Any(stopped => stopped.Place.Length > 0), Is.True);
        Assert.That(session.ReadState().Parameters, Is.All.Matches<float>(float.IsFinite));
    }

    private static void Step(TrainingSession session, int updates)
    {
        for (int i = 0; i < updates; i++)
            session.Step();
    }

    /// <summary>U = 0 everywhere, with an infinite slope for one position on the seeds axis.</summary>
    private sealed class SteepEnergy(Accelerator accelerator, int steepSeed) : IEnergy
    {
        private readonly Action<Index2D, int, ArrayView<float>, Kernels.SampleView> _kernel =
            accelerator.LoadAutoGroupedStreamKernel<Index2D, int, ArrayView<float>, Kernels.SampleView>(Kernel);

        public int Dimension => 2;

        public EnergyGrid IntegrationGrid { get; } = new(-4, 4, 40);

        public EnergyGrid FigureGrid => IntegrationGrid;

        public void Evaluate(in EnergyPass pass) => EvaluateWithGradient(pass);

        public void EvaluateWithGradient(in EnergyPass pass) =>
            _kernel(new Index2D(pass.State.Batch, pass.Seeds), steepSeed, pass.Energy, pass.Gradient);

        public void Dispose()
        {
        }

        public static void Kernel(Index2D index, int steepSeed, ArrayView<float> energy, Kernels.SampleView gradient)
        {
            energy[index.Y * gradient.Batch + index.X] = 0;
            gradient.Row(index.Y, 0)[index.X] = index.Y == steepSeed ? float.PositiveInfinity : 0;
            gradient.Row(index.Y, 1)[index.X] = 0;
        }
    }
}
