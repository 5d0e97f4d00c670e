using System.Text.Json.Nodes;
using FlowLab.Host.Commands;

namespace FlowLab.Host.Tests.Checking;

/// <summary>Every planted mistake is found by the law that is about it, with a case to paste; what is right passes.</summary>
public class CheckCommandTests
{
    private static readonly string Parts = Path.Combine(TestFolders.TestPlugins, "PlantedParts", "PlantedParts.dll");

    private static readonly string PageOfLaws = File.ReadAllText(Path.Combine(TestFolders.Repository, "docs", "laws.md"));

    private static readonly string Planted = Path.Combine(TestFolders.TestPlugins, "PlantedFlows", "PlantedFlows.dll");

    [TestCase("log-det-sign", "log-det", "wrong sign of a log-det")]
    [TestCase("norm-not-squared", "log-det", "\\|w\\| for \\|w\\|^2 in a log-det")]
    [TestCase("missing-gradient-term", "gradients", "a missing gradient term")]
    [TestCase("gradient-accumulated", "written", "a gradient accumulated instead of assigned")]
    [TestCase("inverse-of-one-branch", "round-trip", "an inverse right on one branch only")]
    [TestCase("race", "repeatable", "a race")]
    [TestCase("past-the-end", "bounds", "a write one past the end")]
    [TestCase("never-written", "written", "an element never written")]
    [TestCase("state-kept", "stateless", "trained state kept in the flow")]
    [TestCase("other-seed", "seeds-apart", "a seed reading another seed's parameters")]
    [TestCase("nan-at-large-inputs", "extremes", "NaN at large inputs")]
    [TestCase("far-start", "initial-values", "an initial value far from the identity")]
    [TestCase("wide-log-det", "log-det", "from 65 dimensions on, a log-det without the last component of every 64")]
    [TestCase("wide-gradient", "gradients", "from 65 dimensions on, half the gradient of a parameter at the first component of every 64")]
    [TestCase("wide-inverse-gradient", "inverse-gradients", "from 65 dimensions on, the wrong sign in a gradient of z at the first component of every 64")]
    [TestCase("wide-inverse", "round-trip", "from 65 dimensions on, an inverse without the shift of the last component")]
    public void A_planted_mistake_is_found_by_its_law(string mistake, string law, string inWords)
    {
        (int code, string output, _) = Run("check", Planted, "--json", "--set", $"mistake={mistake}", "--law", law);
        JsonObject row = JsonNode.Parse(output)!.AsArray().Single()!.AsObject();
        TestContext.Out.WriteLine($"{mistake}: {row["law"]}: {row["reason"]} | {row["failingCase"]}");
        Assert.Multiple(() =>
        {
            Assert.That((string)row["verdict"]!, Is.EqualTo("broken"));
            Assert.That((string)row["reason"]!, Is.Not.Empty);
            Assert.That((string)row["failingCase"]!, Does.StartWith($"FlowLaws.Check(\"{law}\", Subject, Bench, new FlowCase {{ Dimension = ").And.EndsWith("}).ThrowIfBroken();"));
            Assert.That(code, Is.EqualTo(ExitCodes.FinishedWithFaults));
            Assert.That(PageOfLaws, Does.Contain($"\n| {inWords} | `{law}` | {((string)row["reason"]!).Replace("|", "\\|", StringComparison.Ordinal)} |\n"), "the table of docs/laws.md");
        });
    }

    [TestCase("--device", "opencl:77", "FLR020 there is no device 'opencl:77'")]
    [TestCase("--threads", "0", "FLR021 --threads is 0; allowed: 1 to 1024.")]
    public void A_bench_that_cannot_be_had_is_refused_and_nobody_waits_for_it(string option, string value, string refusal)
    {
        (int code, string output, string error) = Run("check", Parts, option, value);

        Assert.That((code, output), Is.EqualTo((ExitCodes.InvalidInput, "")));
        Assert.That(error, Does.StartWith(refusal));
    }

    [Test]
    public void The_page_of_laws_has_a_row_for_every_mistake_planted_in_a_flow()
    {
        string table = PageOfLaws[PageOfLaws.IndexOf("| mistake planted in a flow |", StringComparison.Ordinal)..];
        Assert.That(table.Split('\n').Skip(2).TakeWhile(line => line.StartsWith('|')).Count(), Is.EqualTo(16));
    }

    [TestCase("planted-energy", "gradient-sign", "gradients")]
    [TestCase("planted-energy", "scale-ignored", "gradients")]
    [TestCase("planted-energy", "gradient-accumulated", "bounds")]
    [TestCase("planted-energy", "past-the-end", "bounds")]
    [TestCase("planted-energy", "other-seed", "seeds-apart")]
    [TestCase("planted-energy", "nan-far-out", "extremes")]
    [TestCase("planted-energy", "grid-swapped", "contract")]
    [TestCase("planted-optimizer", "uphill", "bowl")]
    [TestCase("planted-optimizer", "moves-stopped", "seeds-apart")]
    [TestCase("planted-optimizer", "state-kept", "state-restored")]
    [TestCase("planted-optimizer", "past-the-end", "bounds")]
    [TestCase("planted-dataset", "seed-ignored", "determinism")]
    [TestCase("planted-dataset", "step-ignored", "determinism")]
    [TestCase("planted-dataset", "draws-in-turn", "determinism")]
    [TestCase("planted-dataset", "never-written", "values")]
    [TestCase("planted-dataset", "past-the-end", "values")]
    [TestCase("planted-dataset", "no-dimension", "contract")]
    public void A_mistake_of_another_kind_of_component_is_found_by_its_law(string component, string mistake, string law)
    {
        (int code, string output, _) = Run("check", component, "--plugins", Parts, "--json", "--set", $"mistake={mistake}", "--law", law);
        JsonObject row = JsonNode.Parse(output)!.AsArray().Single()!.AsObject();
        TestContext.Out.WriteLine($"{component}, {mistake}: {row["law"]}: {row["reason"]} | {row["failingCase"]}");
        Assert.That(((string)row["verdict"]!, code), Is.EqualTo(("broken", ExitCodes.FinishedWithFaults)));
        Assert.That((string)row["failingCase"]!, Does.EndWith(".ThrowIfBroken();"));
    }

    [TestCase("planted-energy", 5)]
    [TestCase("planted-optimizer", 4)]
    [TestCase("planted-dataset", 3)]
    public void Without_a_mistake_every_law_of_another_kind_holds(string component, int laws)
    {
        (int code, string output, _) = Run("check", component, "--plugins", Parts, "--set", "mistake=none");
        Assert.That(code, Is.EqualTo(ExitCodes.Success), output);
        Assert.That(output, Does.Contain($"{laws} laws hold, 0 do not"));
    }

    [Test]
    public void Without_a_mistake_every_law_holds()
    {
        (int code, string output, _) = Run("check", Planted, "--json", "--set", "mistake=none");
        JsonArray rows = JsonNode.Parse(output)!.AsArray();
        Assert.Multiple(() =>
        {
            Assert.That(rows.Select(row => $"{row!["law"]}: {row["verdict"]} {row["reason"]}"), Has.All.EndsWith(": holds "));
            Assert.That(rows, Has.Count.EqualTo(14));
            Assert.That(code, Is.EqualTo(ExitCodes.Success));
        });
    }

    [Test]
    public void A_coupling_whose_scale_and_shift_come_from_one_network_obeys_every_law()
    {
        LongTests.Require("Laws of flows with networks take long");
        (int code, string output, _) = Run("check", Path.Combine(TestFolders.TestPlugins, "AffineCoupling", "AffineCoupling.dll"), "--set", "network.activation=tanh");
        TestContext.Out.WriteLine(output);
        Assert.That(code, Is.EqualTo(ExitCodes.Success), output);
        Assert.That(output, Does.Contain("14 laws hold, 0 do not"));
    }

    [Test]
    public void A_flow_whose_passes_are_written_by_hand_as_the_guide_shows_obeys_every_law()
    {
        (int code, string output, _) = Run("check", Path.Combine(TestFolders.TestPlugins, "BentShears", "BentShears.dll"));
        Assert.That(code, Is.EqualTo(ExitCodes.Success), output);
        Assert.That(output, Does.Contain("14 laws hold, 0 do not"));
    }

    [Test]
    public void A_component_is_found_by_its_name_and_its_row_stands_in_a_table()
    {
        (int code, string output, _) = Run("check", "cosine", "--plugins", TestFolders.RealPlugins);
        Assert.That(code, Is.EqualTo(ExitCodes.Success), output);
        Assert.That(output, Does.Match(@"cosine +factors +cpu +5 +0 +0 +\d+\.\d +holds").And.Contain("laws hold, 0 do not"));
    }

    [Test]
    public void The_first_broken_law_comes_with_its_case_below_the_table()
    {
        (int code, string output, _) = Run("check", Planted, "--set", "mistake=far-start", "--law", "initial-values");
        Assert.That(code, Is.EqualTo(ExitCodes.FinishedWithFaults));
        Assert.That(output, Does.Contain("BROKEN: a layer moves normal points by 5").And.Contain("    FlowLaws.Check(\"initial-values\", Subject, Bench, new FlowCase {"));
    }

    [Test]
    public void A_name_that_nobody_offers_is_refused_with_the_nearest()
    {
        (int code, _, string error) = Run("check", "planer", "--plugins", TestFolders.RealPlugins);
        Assert.That(code, Is.EqualTo(ExitCodes.InvalidInput));
        Assert.That(error, Does.Contain("FLR029 there is no file 'planer'").And.Contain("did you mean \"planar\"?"));
    }

    [Test]
    public void A_setting_that_does_not_exist_is_no_verdict_about_the_component()
    {
        (_, string output, _) = Run("check", Planted, "--set", "misteak=race");
        Assert.That(output, Does.Contain("not checked: FLM").And.Contain("misteak"));
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (FlowLabCommand.Run(arguments, output, error), output.ToString(), error.ToString());
    }
}
