using FlowLab.Engine.Cells;
using FlowLab.Engine.Training;

namespace FlowLab.Engine.Tests.Training;

/// <summary>A stopped seed that goes back to an earlier state goes on from there; its neighbours do not notice.</summary>
public sealed class RevivedSeedTests
{
    private static readonly int[] Seeds = [1, 2, 3];

    [Test]
    public void A_revived_seed_goes_on_from_the_earlier_state_with_the_noise_of_the_updates_to_come()
    {
        using TestCells cells = new();
        ClipSettings clip = new() { Factor = 2 };
        using TrainingSession session = cells.EnergyCell("planar", 4, Seeds, clip: clip), expected = cells.EnergyCell("planar", 4, Seeds, clip: clip);
        Step(session, 5);
        TrainingState good = session.ReadState();
        session.Restore(Poisoned(good));
        Step(session, 3);
        StoppedSeed stopped = session.ReadStopped().Single();
        Assert.That((stopped.Seed, stopped.Update), Is.EqualTo((2, 6L)));
        TrainingState before = session.ReadState();

        session.Revive(stopped, good);
        expected.Restore(Mixed(before, good));
        Assert.That(session.Stopped, Is.Empty);
        AssertEqual(session.ReadState(), expected.ReadState());
        Step(session, 4);
        Step(expected, 4);
        AssertEqual(session.ReadState(), expected.ReadState());
        Assert.That(session.ReadLosses(), Is.All.Matches<float>(float.IsFinite));
    }

    private static void Step(TrainingSession session, int updates)
    {
        for (int i = 0; i < updates; i++)
            session.Step();
    }

    private static TrainingState Poisoned(TrainingState state)
    {
        float[] parameters = [.. state.Parameters];
        parameters[parameters.Length / Seeds.Length] = float.NaN;
        return state with { Parameters = parameters };
    }

    /// <summary>The second seed as it was in <paramref name="good"/>, all else as it is.</summary>
    private static TrainingState Mixed(TrainingState now, TrainingState good)
    {
        int count = now.Parameters.Length / Seeds.Length;
        float[] parameters = [.. now.Parameters], optimizer = [.. now.OptimizerState], means = [.. now.NormMeans];
        good.Parameters.AsSpan(count, count).CopyTo(parameters.AsSpan(count));
        for (int buffer = 0; buffer < optimizer.Length / now.Parameters.Length; buffer++)
            good.OptimizerState.AsSpan(buffer * now.Parameters.Length + count, count).CopyTo(optimizer.AsSpan(buffer * now.Parameters.Length + count));
        means[1] = good.NormMeans[1];
        return now with { Parameters = parameters, OptimizerState = optimizer, NormMeans = means, Status = [0, 0, 0] };
    }

    private static void AssertEqual(TrainingState actual, TrainingState expected) => Assert.Multiple(() =>
    {
        Assert.That(actual.Update, Is.EqualTo(expected.Update));
        Assert.That(actual.Status, Is.EqualTo(expected.Status));
        Assert.That(actual.Parameters, Is.EqualTo(expected.Parameters));
        Assert.That(actual.OptimizerState, Is.EqualTo(expected.OptimizerState));
        Assert.That(actual.NormMeans, Is.EqualTo(expected.NormMeans));
    });
}
