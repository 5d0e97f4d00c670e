using System.Text.Json.Nodes;
using FlowLab.Host.Tuning;

namespace FlowLab.Host.Tests.Tuning;

/// <summary>The space of a search, what is drawn from it, and what is made of a trial.</summary>
public sealed class SearchTests
{
    private const string Manifest =
        """
        { "name": "m", "flow": [ { "type": "planar", "length": 8 } ], "optimizer": { "type": "rmsprop", "learningRate": 1e-3, "schedule": { "type": "cosine", "warmup": 90 } },
          "objective": { "type": "free-energy", "annealing": { "start": 0.01, "updates": 450 } }, "training": { "batch": 100, "updates": 900, "metricsEvery": 100 },
          "sweep": { "target.name": [ "U1", "U3" ] },
          "search": { "flow.0.length": [ 2, 8 ], "optimizer.learningRate": { "min": 1e-4, "max": 1e-2, "scale": "log" },
                      "width": [ { "label": "narrow", "base": { "sigma": 0.5 } }, { "label": "wide", "base": { "sigma": 2 } } ] } }
        """;

    private static readonly JsonObject Document = (JsonObject)JsonNode.Parse(Manifest)!;

    private static readonly IReadOnlyList<SearchDimension> Space = SearchReader.Read(Document, "m.json");

    [Test]
    public void A_trial_is_the_same_however_many_are_drawn()
    {
        TrialSampler few = new(Space, 5), many = new(Space, 5), other = new(Space, 6);
        string[] first = [.. Enumerable.Range(0, 3).Select(_ => few.Next()!.Text(Space))];
        string[] all = [.. Enumerable.Range(0, 20).Select(_ => many.Next()!.Text(Space))];
        Assert.Multiple(() =>
        {
            Assert.That(all[..3], Is.EqualTo(first));
            Assert.That(all, Is.Unique);
            Assert.That(other.Next()!.Text(Space), Is.Not.EqualTo(first[0]));
        });
    }

    [Test]
    public void Rates_are_drawn_by_their_logarithm_and_within_their_range()
    {
        TrialSampler sampler = new(Space, 1);
        double[] rates = [.. Enumerable.Range(0, 400).Select(_ => sampler.Next()!.Values[1].Node.GetValue<double>())];
        Assert.Multiple(() =>
        {
            Assert.That(rates, Is.All.InRange(1e-4, 1e-2));
            // Half of them below the geometric mean 1e-3: binomial with standard deviation 10.
            Assert.That(rates.Count(rate => rate < 1e-3), Is.EqualTo(200).Within(40));
        });
    }

    [Test]
    public void A_finite_space_is_drawn_to_its_end_and_no_further()
    {
        IReadOnlyList<SearchDimension> space = SearchReader.Read((JsonObject)JsonNode.Parse("""{ "sweep": { "flow.0.length": [2, 4, 8], "training.batch": [10, 20] } }""")!, "m.json");
        TrialSampler sampler = new(space, 3);
        string[] drawn = [.. Enumerable.Range(0, 6).Select(_ => sampler.Next()!.Text(space))];
        Assert.Multiple(() =>
        {
            Assert.That(drawn, Is.Unique);
            Assert.That(sampler.Next(), Is.Null);
        });
    }

    [Test]
    public void Whole_numbers_reach_both_ends()
    {
        IReadOnlyList<SearchDimension> space = SearchReader.Read((JsonObject)JsonNode.Parse("""{ "search": { "flow.0.length": { "min": 1, "max": 4, "integer": true, "scale": "log" } } }""")!, "m.json");
        TrialSampler sampler = new(space, 3);
        Assert.That(Enumerable.Range(0, 4).Select(_ => sampler.Next()?.Values[0].Label).Order(), Is.EqualTo(["1", "2", "3", "4"]));
    }

    [Test]
    public void A_rung_shortens_all_that_is_counted_in_updates()
    {
        JsonObject rung = new TrialManifests(Document, Space).Rung([Trial("2", "wide")], 1.0 / 9, "rung");
        JsonNode trial = rung["sweep"]!["trial"]![0]!;
        Assert.Multiple(() =>
        {
            Assert.That(trial["training"]!["updates"]!.GetValue<int>(), Is.EqualTo(100));
            Assert.That(trial["training"]!["metricsEvery"]!.GetValue<int>(), Is.EqualTo(11));
            Assert.That(trial["objective"]!["annealing"]!["updates"]!.GetValue<int>(), Is.EqualTo(50));
            Assert.That(trial["optimizer"]!["schedule"]!["warmup"]!.GetValue<int>(), Is.EqualTo(10));
            Assert.That(trial["flow"]![0]!["length"]!.GetValue<int>(), Is.EqualTo(2));
            Assert.That(trial["base"]!["sigma"]!.GetValue<int>(), Is.EqualTo(2));
            Assert.That(rung["sweep"]!["target.name"]!.AsArray(), Has.Count.EqualTo(2));
            Assert.That(rung["search"], Is.Null);
        });
    }

    [Test]
    public void The_winner_is_trained_in_full()
    {
        JsonObject winner = new TrialManifests(Document, Space).Winner(Trial("2", "narrow"), "best");
        Assert.Multiple(() =>
        {
            Assert.That(winner["training"]!["updates"]!.GetValue<int>(), Is.EqualTo(900));
            Assert.That(winner["objective"]!["annealing"]!["updates"]!.GetValue<int>(), Is.EqualTo(450));
            Assert.That(winner["sweep"]!.AsObject().Select(axis => axis.Key), Is.EqualTo(["target.name"]));
            Assert.That(winner["search"], Is.Null);
        });
    }

    [TestCase(900, new[] { 1.0 / 9, 1.0 / 3, 1 })]
    [TestCase(100, new[] { 1.0 })]
    [TestCase(1_000_000, new[] { 1.0 / 27, 1.0 / 9, 1.0 / 3, 1 })]
    public void Rungs_begin_with_at_least_a_hundred_updates(int updates, double[] shares) => Assert.That(RungLadder.Shares(updates), Is.EqualTo(shares).Within(1e-12));

    [TestCase("FLR070", """{ "name": "m" }""")]
    [TestCase("FLR070", """{ "search": {} }""")]
    [TestCase("FLR071", """{ "search": { "flow.0.length": [] } }""")]
    [TestCase("FLR071", """{ "search": { "flow.0.length": [ { "a": 1 } ] } }""")]
    [TestCase("FLR071", """{ "search": { "rule": [ 1, 2 ] } }""")]
    [TestCase("FLR071", """{ "search": { "rule": { "min": 1, "max": 2 } } }""")]
    [TestCase("FLR071", """{ "search": { "optimizer.learningRate": { "min": 0, "max": 1, "scale": "log" } } }""")]
    [TestCase("FLR071", """{ "search": { "optimizer.learningRate": { "min": 2, "max": 1 } } }""")]
    [TestCase("FLR071", """{ "search": { "optimizer.learningRate": { "min": 1, "max": "x" } } }""")]
    [TestCase("FLR071", """{ "search": { "flow.0.length": { "min": 1.5, "max": 4, "integer": true } } }""")]
    [TestCase("FLR071", """{ "search": { "flow.0.length": { "min": 1, "max": 4, "log": true } } }""")]
    public void A_space_that_makes_no_sense_is_refused(string number, string manifest) =>
        Assert.That(Assert.Throws<FlowLabException>(() => SearchReader.Read((JsonObject)JsonNode.Parse(manifest)!, "m.json"))!.Number, Is.EqualTo(number));

    [Test]
    public void What_mattered_is_what_ranks_follow()
    {
        // The score is the length; the width says nothing: every length has every width once.
        IReadOnlyList<SearchDimension> space = SearchReader.Read((JsonObject)JsonNode.Parse("""{ "search": { "flow.0.length": [1, 2, 3], "training.batch": [10, 20, 30] } }""")!, "m.json");
        TrialScore[] scores = [.. Enumerable.Range(0, 9).Select(number => new TrialScore(
            new Trial(number, [((SearchChoice)space[0]).Values[number / 3], ((SearchChoice)space[1]).Values[number % 3]]), 0, 100, number / 3 * 10, double.NaN, 1, ""))];
        double[] shares = Importance.Shares(space, scores);
        Assert.Multiple(() =>
        {
            // Ranks 0..8 in three groups of three: between 54 of 60.
            Assert.That(shares[0], Is.EqualTo(0.9).Within(1e-12));
            Assert.That(shares[1], Is.EqualTo(0.1).Within(1e-12));
        });
    }

    private static Trial Trial(string length, string width) => new(0,
    [
        ((SearchChoice)Space[0]).Values.Single(value => value.Label == length), new SearchValue("0.002", JsonValue.Create(0.002)), ((SearchChoice)Space[2]).Values.Single(value => value.Label == width),
    ]);
}
