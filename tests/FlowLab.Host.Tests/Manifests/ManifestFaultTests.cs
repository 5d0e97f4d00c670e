using FlowLab.Host.Manifests;

namespace FlowLab.Host.Tests.Manifests;

public class ManifestFaultTests
{
    private const string Good = "\"optimizer\": { \"type\": \"adam\", \"schedule\": { \"type\": \"good\", ";

    [TestCase("\"trainig\": {}", "FLM010 $.trainig: unknown key \"trainig\"; expected one of $schema, name, description, preset, presets, seeds, report, sweep, search, target, model, base, flow, objective, optimizer, training, evaluation; did you mean \"training\"?")]
    [TestCase("\"training\": { \"Batch\": 5 }", "FLM010 $.training.Batch: unknown key \"Batch\"; expected one of batch, updates, metricsEvery, checkpointEvery, clip, onFault, diagnoseEvery; did you mean \"batch\"?")]
    [TestCase("\"flow\": [ { \"type\": \"planar\" }, { \"type\": \"planar\", \"lenght\": 3 } ]", "FLM010 $.flow[1].lenght: unknown key \"lenght\"; expected one of type, parameters, length, initialScale; did you mean \"length\"?")]
    [TestCase("\"training\": { \"batch\": \"many\" }", "FLM011 $.training.batch: wrong type; expected a whole number from 1 to 1000000, in samples; found \"many\"")]
    [TestCase("\"training\": { \"batch\": \"100\" }", "FLM011 $.training.batch: wrong type; expected a whole number from 1 to 1000000, in samples; found \"100\"")]
    [TestCase("\"training\": { \"batch\": 2.5 }", "FLM011 $.training.batch: wrong type; expected a whole number from 1 to 1000000, in samples; found 2.5")]
    [TestCase("\"base\": { \"trainable\": 1 }", "FLM011 $.base.trainable: wrong type; expected true or false; found 1")]
    [TestCase("\"base\": [ 1 ]", "FLM011 $.base: wrong type; expected an object { }; found [1]")]
    [TestCase("\"flow\": { \"type\": \"planar\" }", "FLM011 $.flow: wrong type; expected a list [ ] of segments { \"type\": ..., ... }; found {\"type\":\"planar\"}")]
    [TestCase("\"objective\": { \"annealing\": null }", "FLM011 $.objective.annealing: wrong type; expected an object { }; found null")]
    [TestCase("\"training\": { \"batch\": 0 }", "FLM012 $.training.batch: out of range; expected a whole number from 1 to 1000000, in samples; found 0")]
    [TestCase("\"base\": { \"sigma\": 1e400 }", "FLM012 $.base.sigma: out of range; expected a number from 0.001 to 1000, in units of z; found 1e400")]
    [TestCase("\"optimizer\": { \"type\": \"adam\", \"learningRate\": 0 }", "FLM012 $.optimizer.learningRate: out of range; expected a number from more than 0 to 1000; found 0")]
    [TestCase("\"objective\": { \"type\": \"free-enrgy\" }", "FLM013 $.objective.type: value not allowed; expected one of \"free-energy\", \"maximum-likelihood\", \"none\"; found \"free-enrgy\"; did you mean \"free-energy\"?")]
    [TestCase("\"target\": { \"type\": \"enery\", \"name\": \"U1\" }", "FLM013 $.target.type: value not allowed; expected \"energy\", \"expression\" or \"dataset\"; found \"enery\"; did you mean \"energy\"?")]
    [TestCase("\"flow\": [ { \"length\": 3 } ]", "FLM014 $.flow[0].type: missing; expected the name of a flow: autoregressive, glow, hamiltonian, householder, langevin, nice, planar, radial, real-nvp, spline-autoregressive, spline-coupling, sylvester")]
    [TestCase("\"name\": \" \"", "FLM014 $.name: missing; expected a name that is not blank")]
    [TestCase("\"flow\": [ { \"type\": \"planer\" } ]", "FLM015 $.flow[0].type: no plugin offers a flow \"planer\"; expected one of autoregressive, glow, hamiltonian, householder, langevin, nice, planar, radial, real-nvp, spline-autoregressive, spline-coupling, sylvester; did you mean \"planar\"?")]
    [TestCase("\"target\": { \"type\": \"energy\", \"name\": \"two-moons\" }", "FLM015 $.target.name: no plugin offers an energy \"two-moons\", which is a dataset; expected one of U1, U2, U3, U4, expression")]
    [TestCase("\"optimizer\": { \"type\": \"adam\", \"schedule\": \"cosin\" }", "FLM015 $.optimizer.schedule: no plugin offers a schedule \"cosin\"; expected one of constant, cosine, demanding, exponential, good, step; did you mean \"cosine\"?")]
    [TestCase("\"objective\": { \"type\": \"maximum-likelihood\" }", "FLM016 $.target: objective \"maximum-likelihood\" cannot use a target of type \"energy\"; expected a target of type \"dataset\", or objective \"free-energy\"")]
    [TestCase("\"target\": { \"type\": \"dataset\", \"name\": \"two-moons\" }", "FLM016 $.target: objective \"free-energy\" cannot use a target of type \"dataset\"; expected a target of type \"energy\", or objective \"maximum-likelihood\", or a \"model\" of the data")]
    [TestCase("\"training\": { \"updates\": 0 }", "FLM017 $.training.updates: objective \"free-energy\" with no updates; expected at least 1 update, or objective \"none\" to draw the flow as initialised; found 0")]
    [TestCase("\"objective\": { \"annealing\": { \"term\": \"kl\" } }", "FLM018 $.objective.annealing.term: KL annealing without a model; expected \"joint\", or a model: an energy has no prior")]
    [TestCase("\"objective\": { \"samples\": 2 }", "FLM018 $.objective.samples: several samples per data point without a model; expected 1, or a model; training.batch is the number of samples here")]
    [TestCase("\"flow\": [ { \"type\": \"planar\", \"parameters\": \"global\" } ]", "FLM018 $.flow[0].parameters: without a model every parameter is global; expected no such key, or a model")]
    [TestCase("\"flow\": [ { \"type\": \"planar\", \"parameters\": \"globl\" } ]", "FLM013 $.flow[0].parameters: value not allowed; expected \"amortised\" or \"global\"; found \"globl\"; did you mean \"global\"?")]
    [TestCase("\"target\": { \"type\": \"dataset\", \"name\": \"two-moons\" }, \"model\": { }, \"base\": { }", "FLM018 $.base: a model has no base; expected no base: model.posterior says what the flow starts from")]
    [TestCase("\"target\": { \"type\": \"dataset\", \"name\": \"two-moons\" }, \"model\": { }, \"objective\": { \"type\": \"maximum-likelihood\" }", "FLM018 $.objective.type: a model is not trained by maximum likelihood; expected objective \"free-energy\", or no model")]
    [TestCase("\"model\": { }", "FLM016 $.target: objective \"free-energy\" cannot use a target of type \"energy\"; expected a target of type \"dataset\", which a model is of")]
    [TestCase("\"target\": { \"type\": \"dataset\", \"name\": \"two-moons\" }, \"model\": { \"latents\": [ 40, 0 ] }", "FLM012 $.model.latents: no widths of stochastic layers; expected the widths of 1 to 16 stochastic layers from the data upwards, each from 1 to 4096, such as [40]; found [40, 0]")]
    [TestCase("\"seeds\": 0", "FLM020 $.seeds: not a whole number from 1 to 1000000; expected a count from 1 to 1000000, a list of different whole numbers from 0, or { \"first\": 0, \"count\": 8 }; found 0")]
    [TestCase("\"seeds\": [ 1, 2, 1 ]", "FLM020 $.seeds[2]: seed 1 stands in the list twice; expected a count from 1 to 1000000, a list of different whole numbers from 0, or { \"first\": 0, \"count\": 8 }; found 1")]
    [TestCase("\"seeds\": { \"first\": 3 }", "FLM020 $.seeds.count: missing; expected a count from 1 to 1000000, a list of different whole numbers from 0, or { \"first\": 0, \"count\": 8 }")]
    [TestCase("\"sweep\": { \"flow.1.length\": [ 2 ] }", "FLM022 $.sweep[\"flow.1.length\"]: the path \"flow.1.length\" leads nowhere; expected a path whose list elements are in the manifest and whose other parts are objects { }")]
    [TestCase("\"sweep\": { \"flwo.0.length\": [ 2 ] }", "FLM022 $.sweep[\"flwo.0.length\"]: the path \"flwo.0.length\" leads nowhere; expected a path that starts with target, model, base, flow, objective, optimizer, training, evaluation, or a list of partial manifests { \"label\": ..., ... }; did you mean \"flow.0.length\"?")]
    [TestCase("\"sweep\": { \"flow.0.lenth\": [ 2 ] }", "FLM010 $.flow[0].lenth (from $.sweep[\"flow.0.lenth\"][0]): unknown key \"lenth\"; expected one of type, parameters, length, initialScale; did you mean \"length\"?")]
    [TestCase("\"sweep\": { \"flow.0.length\": [ 2, -1 ] }", "FLM012 $.flow[0].length (from $.sweep[\"flow.0.length\"][1]): out of range;*found -1")]
    [TestCase("\"sweep\": { \"seeds\": [ 2, 3 ] }", "FLM023 $.sweep.seeds: \"seeds\" is the same for the whole experiment; expected a path that starts with target, model, base, flow, objective, optimizer, training, evaluation, or a list of partial manifests { \"label\": ..., ... }")]
    [TestCase("\"sweep\": { \"kind\": [ { \"label\": \"a\", \"seeds\": 3 } ] }", "FLM023 $.sweep.kind[0].seeds: \"seeds\" is the same for the whole experiment; expected label and any of target, model, base, flow, objective, optimizer, training, evaluation; found 3")]
    [TestCase("\"sweep\": { \"flow.0.length\": [ ] }", "FLM024 $.sweep[\"flow.0.length\"]: axis \"flow.0.length\" has no values; expected a list with at least one value; found []")]
    [TestCase("\"sweep\": { \"kind\": [ { \"base\": { } } ] }", "FLM024 $.sweep.kind[0].label: a partial manifest has no label; expected text in quotes that tells this value from the others")]
    [TestCase("\"sweep\": { \"target\": [ { \"label\": \"a\" } ] }", "FLM024 $.sweep.target[0]: a path can only take plain values;*partial manifests*found {\"label\":\"a\"}")]
    [TestCase("\"sweep\": { \"flow.0.length\": [ 2, 4, 2 ] }", "FLM025 $.sweep[\"flow.0.length\"][2]: axis \"flow.0.length\" has the value \"2\" 2 times; expected different values")]
    [TestCase("\"sweep\": { \"flow.0.length\": [ 2 ] }, \"report\": { \"rows\": \"flow.0.lenght\" }", "FLM027 $.report.rows: the sweep has no axis \"flow.0.lenght\"; expected one of flow.0.length; did you mean \"flow.0.length\"?")]
    [TestCase("\"report\": { \"curve\": { \"series\": \"method\" } }", "FLM014 $.report.curve.x: missing; expected text in quotes|FLM027 $.report.curve.series: the sweep has no axis \"method\"; expected no axis, as nothing is swept")]
    public void A_fault_says_what_where_expected_actual_and_what_was_meant(string keys, string expected)
    {
        ManifestResult result = ManifestBench.Load(ManifestBench.With(keys));

        Assert.That(result.Plan, Is.Null);
        Assert.That(result.Faults.Select(fault => fault.ToString()), Is.EqualTo(expected.Split('|')).Using<string, string>(Matches));
    }

    [TestCase("\"scale\": 6", "FLM012 $.optimizer.schedule.scale: out of range; expected a number from 0 to 5, in parts; found 6")]
    [TestCase("\"large\": 9223372036854775808", "FLM012 $.optimizer.schedule.large: out of range; expected a whole number that fits Int64; found 9223372036854775808")]
    [TestCase("\"weight\": 1e39", "FLM012 $.optimizer.schedule.weight: out of range; expected a number that fits Single; found 1e39")]
    [TestCase("\"note\": 3", "FLM011 $.optimizer.schedule.note: wrong type; expected text in quotes; found 3")]
    [TestCase("\"side\": \"rigth\"", "FLM013 $.optimizer.schedule.side: value not allowed; expected one of \"left\", \"right\"; found \"rigth\"; did you mean \"right\"?")]
    [TestCase("\"mode\": \"slow\"", "FLM013 $.optimizer.schedule.mode: value not allowed; expected one of \"slow-start\", \"fast-start\"; found \"slow\"")]
    [TestCase("\"optional\": 10", "FLM012 $.optimizer.schedule.optional: out of range; expected a whole number from 0 to 9; found 10")]
    [TestCase("\"inner\": { \"depth\": 5 }", "FLM012 $.optimizer.schedule.inner.depth: out of range; expected a whole number from 1 to 4; found 5")]
    [TestCase("\"layers\": [ { }, { \"widht\": 5 } ]", "FLM010 $.optimizer.schedule.layers[1].widht: unknown key \"widht\"; expected one of depth, width; did you mean \"width\"?")]
    [TestCase("\"weights\": [ 0.5, 2 ]", "FLM012 $.optimizer.schedule.weights[1]: out of range; expected a number from 0 to 1; found 2")]
    [TestCase("\"weights\": 1", "FLM011 $.optimizer.schedule.weights: wrong type; expected an array [ ] whose elements are each a number from 0 to 1; found 1")]
    public void Every_form_of_setting_is_checked(string setting, string expected)
    {
        ManifestResult result = ManifestBench.Load(ManifestBench.With(Good + setting + " } }"));

        Assert.That(result.Faults.Select(fault => fault.ToString()), Is.EqualTo(new[] { expected }));
    }

    [Test]
    public void A_setting_without_default_must_be_stated()
    {
        ManifestResult result = ManifestBench.Load(ManifestBench.With("\"optimizer\": { \"type\": \"adam\", \"schedule\": \"demanding\" }"));

        Assert.That(result.Faults.Single().ToString(), Is.EqualTo("FLM014 $.optimizer.schedule.rate: missing; expected a number from more than 0 to 1"));
    }

    [Test]
    public void All_faults_are_found_at_once_and_each_only_once()
    {
        ManifestResult result = ManifestBench.Load(
            """
            {
              "target": { "type": "energy", "name": "U9", "wal": 1 },
              "flow": [ { "type": "planar", "length": 0 }, { "type": "radial", "length": "x" } ],
              "optimizer": { "type": "adm" },
              "training": { "batch": -1, "updates": 1.5 },
              "seeds": -1,
              "sweep": { "base.sigma": [ 1, 2, 3 ], "base.typo": [ 1 ] }
            }
            """);

        Assert.That(result.Faults.Select(fault => (fault.Number, fault.Path)), Is.EqualTo(new[]
        {
            ("FLM014", "$.name"), ("FLM020", "$.seeds"), ("FLM015", "$.target.name"), ("FLM015", "$.optimizer.type"), ("FLM012", "$.training.batch"),
            ("FLM011", "$.training.updates"), ("FLM012", "$.flow[0].length"), ("FLM011", "$.flow[1].length"), ("FLM010", "$.base.typo"),
        }));
    }

    [TestCase("flow.3.length=2", "FLM022 $.flow[3].length (from --set): the path \"flow.3.length\" leads nowhere; expected a path whose list elements are in the manifest and whose other parts are objects { }")]
    [TestCase("trainin.batch=2", "FLM022 $.trainin.batch (from --set): the path \"trainin.batch\" leads nowhere; expected $schema, name, description, preset, presets, seeds, report, sweep, search, target, model, base, flow, objective, optimizer, training, evaluation; did you mean \"training\"?")]
    [TestCase("training.batch", "FLM021 $: --set training.batch is no assignment; expected path=value, such as --set flow.0.length=32")]
    [TestCase("training..batch=1", "FLM021 $: --set training..batch=1 is no assignment; expected path=value, such as --set flow.0.length=32")]
    [TestCase("flow[3].length=2", "FLM022 $.flow[3].length (from --set): the path \"flow.3.length\" leads nowhere; expected a path whose list elements are in the manifest and whose other parts are objects { }")]
    [TestCase("$.flow[0].length=0", "FLM012 $.flow[0].length (from --set flow.0.length): out of range; expected a whole number from 1 to 1024, in layers; found 0; for no flow at all, write \"flow\": []")]
    [TestCase("training.batch=[2,0]", "FLM011 $.training.batch (from --set training.batch): wrong type; expected a whole number from 1 to 1000000, in samples; found [2,0]; several values are an axis of the sweep: --set sweep.training.batch=[2,0], or \"sweep\": { \"training.batch\": [2,0] }")]
    [TestCase("training.batch=0", "FLM012 $.training.batch (from --set training.batch): out of range; expected a whole number from 1 to 1000000, in samples; found 0")]
    public void A_bad_override_is_a_fault(string set, string expected)
    {
        ManifestResult result = ManifestBench.Load(ManifestBench.Valid, set);

        Assert.That(result.Faults.Select(fault => fault.ToString()), Is.EqualTo(new[] { expected }));
    }

    [Test]
    public void A_grid_that_is_too_large_is_not_built()
    {
        string values = string.Join(", ", Enumerable.Range(1, 101));
        ManifestResult result = ManifestBench.Load(ManifestBench.With($"\"sweep\": {{ \"flow.0.length\": [ {values} ], \"training.batch\": [ {values} ] }}"));

        Assert.That(result.Faults.Single().ToString(), Is.EqualTo("FLM026 $.sweep: the grid has 101 x 101 cells; expected at most 10000 cells"));
    }

    /// <summary>A star in the expected text stands for anything.</summary>
    private static bool Matches(string actual, string expected) =>
        System.Text.RegularExpressions.Regex.IsMatch(
            actual, "^" + System.Text.RegularExpressions.Regex.Escape(expected).Replace("\\*", ".*", StringComparison.Ordinal) + "$");
}
