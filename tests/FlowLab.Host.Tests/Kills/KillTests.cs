using System.Globalization;

namespace FlowLab.Host.Tests.Kills;

/// <summary>
/// Runs that are ended at random moments, in every way that a run can meet its end, go on and leave the bytes of a run that nobody disturbed. Once in each way with long tests;
/// the environment variable FLOWLAB_KILLS asks for another number, 300 for a night.
/// </summary>
[TestFixture]
[Platform(Exclude = "Win", Reason = "POSIX signals and redirections")]
[Parallelizable]
public sealed class KillTests
{
    private const string Variable = "FLOWLAB_KILLS";
    private const int MostOfRun = 12;

    private static readonly string[] Manifests =
    [
        """
        { "name": "energy", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "planar" } ],
          "training": { "batch": 100, "updates": 800, "metricsEvery": 20, "checkpointEvery": 50 },
          "evaluation": { "samples": 500, "gridResolution": 40, "figureResolution": 20 }, "seeds": 2, "sweep": { "flow.0.length": [ 2, 3 ] } }
        """,
        """
        { "name": "data", "target": { "type": "dataset", "name": "two-moons" }, "flow": [ { "type": "nice", "length": 2 } ], "objective": { "type": "maximum-likelihood" },
          "optimizer": { "type": "adam", "learningRate": 1e-3, "schedule": "cosine" },
          "training": { "batch": 100, "updates": 500, "metricsEvery": 25, "checkpointEvery": 35, "diagnoseEvery": 200 },
          "evaluation": { "samples": 500, "figureResolution": 20 }, "seeds": 2, "sweep": { "optimizer.learningRate": [ 1e-3, 2e-3 ] } }
        """,
    ];

    [Test]
    public void A_run_that_is_ended_at_any_moment_goes_on_and_leaves_the_same_bytes()
    {
        int wanted = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : 0;
        if (wanted == 0)
            LongTests.Require("Signals and kills at chosen moments are tried elsewhere");
        KillWay[] ways = Enum.GetValues<KillWay>();
        KillTally tally = new();
        KillTrial[] trials = [.. Manifests.Select(manifest => new KillTrial(manifest))];
        for (int round = 0; round < ways.Length || tally.Kills < wanted; round++)
            try
            {
                trials[round / ways.Length % trials.Length].Disturb(new System.Random(round), ways[round % ways.Length], wanted == 0 ? 1 : MostOfRun, tally);
                TestContext.Progress.WriteLine(tally);
            }
            catch (AssertionException failure)
            {
                throw new AssertionException($"round {round}, {ways[round % ways.Length]}: {failure.Message}", failure);
            }
        foreach (KillTrial trial in trials)
            trial.Dispose();
        TestContext.Out.WriteLine(tally);
        Assert.That(tally.Equal, Is.Positive);
    }
}
