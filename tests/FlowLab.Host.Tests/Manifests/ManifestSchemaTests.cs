using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;
using NJsonSchema;

namespace FlowLab.Host.Tests.Manifests;

public class ManifestSchemaTests
{
    private static readonly Lazy<JsonSchema> Schema = new(() => JsonSchema.FromJsonAsync(ManifestSchema.Write(ManifestBench.Catalog)).GetAwaiter().GetResult());

    [Test]
    public void Every_shipped_manifest_validates_and_loads()
    {
        string[] files = Directory.GetFiles(Path.Combine(TestFolders.Repository, "manifests"), "*.json").Where(file => !file.EndsWith("schema.json", StringComparison.Ordinal)).ToArray();
        Assert.That(files, Is.Not.Empty);
        Assert.Multiple(() =>
        {
            foreach (string file in files)
            {
                Assert.That(Schema.Value.Validate(File.ReadAllText(file)).Select(error => error.ToString()), Is.Empty, file);
                Assert.That(ManifestLoader.Load(file, ManifestOverrides.None, ManifestBench.Catalog).Faults, Is.Empty, file);
            }
        });
    }

    [Test]
    public void The_shipped_schema_is_the_one_that_the_program_writes()
    {
        using PluginCatalog catalog = PluginCatalog.Load([TestFolders.RealPlugins]);
        string shipped = File.ReadAllText(Path.Combine(TestFolders.Repository, "manifests", "flowlab.schema.json"));
        Assert.That(shipped.TrimEnd(), Is.EqualTo(ManifestSchema.Write(catalog).TrimEnd()), "write it again: flowlab schema --out manifests/flowlab.schema.json");
    }

    [TestCase("\"seeds\": 3")]
    [TestCase("\"target\": { \"type\": \"expression\", \"energy\": \"z1^2\", \"wall\": 0.5 }")]
    [TestCase("\"target\": { \"type\": \"energy\", \"name\": \"expression\", \"energy\": \"z1^2\" }")]
    [TestCase("\"seeds\": [ 3, 1 ]")]
    [TestCase("\"seeds\": { \"first\": 3, \"count\": 2 }")]
    [TestCase("\"flow\": [ ]")]
    [TestCase("\"flow\": [ { \"type\": \"nice\", \"mixing\": \"orth\" }, { \"type\": \"radial\" } ]")]
    [TestCase("\"optimizer\": { \"momentum\": 0.5 }")]
    [TestCase("\"optimizer\": { \"type\": \"sgd\", \"schedule\": { \"type\": \"cosine\", \"warmup\": 10 } }")]
    [TestCase("\"optimizer\": { \"schedule\": { \"type\": \"demanding\", \"rate\": 0.5 } }")]
    [TestCase("\"sweep\": { \"base.sigma\": [ 1, 2.5 ], \"kind\": [ { \"label\": \"a\", \"target\": { \"name\": \"U2\" } } ] }")]
    [TestCase("\"report\": { \"title\": \"T\" }")]
    [TestCase("\"report\": { \"curve\": { \"x\": \"flow length\", \"metrics\": [ \"kl\" ] } }")]
    [TestCase("\"sweep\": { \"base.sigma\": [ 1 ] }, \"report\": { \"reference\": { \"title\": \"t\", \"metric\": \"m\", \"values\": [ { \"at\": { \"base.sigma\": 1 }, \"value\": 2 } ], \"settings\": { \"seeds\": 5 }, \"notes\": [ \"n\" ] } }")]
    [TestCase("\"preset\": \"a\", \"presets\": { \"a\": { \"description\": \"d\", \"seeds\": 2, \"base\": null, \"training\": { \"batch\": null, \"updates\": 3 }, \"flow\": [ ], \"sweep\": { \"base.sigma\": null } } }")]
    public void Schema_and_loader_agree_on_what_is_right(string keys)
    {
        string json = ManifestBench.With(keys);
        Assert.That(Schema.Value.Validate(json).Select(error => error.ToString()), Is.Empty);
        Assert.That(ManifestBench.Load(json).Faults, Is.Empty);
    }

    [TestCase("\"typo\": 1")]
    [TestCase("\"target\": { \"type\": \"expression\" }")]
    [TestCase("\"target\": { \"type\": \"expression\", \"energy\": 3 }")]
    [TestCase("\"target\": { \"type\": \"expression\", \"energy\": \"z1\", \"name\": \"U1\", \"walls\": 1 }")]
    [TestCase("\"name\": 1")]
    [TestCase("\"target\": { \"type\": \"energy\", \"name\": \"U9\" }")]
    [TestCase("\"target\": { \"type\": \"energy\", \"name\": \"U1\", \"wal\": 3 }")]
    [TestCase("\"flow\": [ { \"type\": \"planer\" } ]")]
    [TestCase("\"flow\": [ { \"type\": \"planar\", \"length\": 0 } ]")]
    [TestCase("\"flow\": [ { \"type\": \"planar\", \"length\": \"2\" } ]")]
    [TestCase("\"flow\": [ { \"type\": \"planar\", \"mixing\": \"perm\" } ]")]
    [TestCase("\"flow\": [ { \"type\": \"nice\", \"mixing\": \"permm\" } ]")]
    [TestCase("\"flow\": [ { \"length\": 2 } ]")]
    [TestCase("\"base\": { \"type\": \"gausian\" }")]
    [TestCase("\"base\": { \"sigma\": 0 }")]
    [TestCase("\"objective\": { \"annealing\": { \"start\": 2 } }")]
    [TestCase("\"optimizer\": { \"type\": \"adam\", \"learningRate\": 0 }")]
    [TestCase("\"optimizer\": { \"type\": \"adam\", \"momentum\": 0.5 }")]
    [TestCase("\"optimizer\": { \"type\": \"adam\", \"schedule\": \"cosin\" }")]
    [TestCase("\"optimizer\": { \"schedule\": { \"type\": \"demanding\" } }")]
    [TestCase("\"optimizer\": { \"schedule\": { \"type\": \"good\", \"side\": \"up\" } }")]
    [TestCase("\"optimizer\": { \"schedule\": { \"type\": \"good\", \"weights\": [ 2 ] } }")]
    [TestCase("\"training\": { \"batch\": 1.5 }")]
    [TestCase("\"training\": [ ]")]
    [TestCase("\"seeds\": 0")]
    [TestCase("\"seeds\": [ 1, 1 ]")]
    [TestCase("\"seeds\": \"3\"")]
    [TestCase("\"sweep\": { \"flow.0.length\": [ ] }")]
    [TestCase("\"sweep\": { \"flow.0.length\": 3 }")]
    [TestCase("\"sweep\": { \"kind\": [ { \"flow\": [ ] } ] }")]
    [TestCase("\"report\": { \"curve\": { } }")]
    [TestCase("\"report\": { \"reference\": { \"title\": \"t\", \"metric\": \"m\" } }")]
    [TestCase("\"report\": { \"reference\": { \"title\": \"t\", \"metric\": \"m\", \"values\": [ { \"at\": { }, \"value\": \"2\" } ] } }")]
    [TestCase("\"preset\": 3")]
    [TestCase("\"presets\": { \"a\": { \"trainig\": { } } }")]
    [TestCase("\"presets\": { \"a\": { \"description\": 3 } }")]
    public void Schema_and_loader_agree_on_what_is_wrong(string keys)
    {
        string json = ManifestBench.With(keys);
        Assert.That(Schema.Value.Validate(json), Is.Not.Empty, "schema");
        Assert.That(ManifestBench.Load(json).Faults, Is.Not.Empty, "loader");
    }

    [Test]
    public void Settings_carry_help_unit_range_and_default()
    {
        string planar = System.Text.Json.Nodes.JsonNode.Parse(ManifestSchema.Write(ManifestBench.Catalog))!["definitions"]!["training"]!["properties"]!["batch"]!.ToJsonString();

        Assert.That(planar, Is.EqualTo("""{"description":"Samples per seed and update. In samples.","type":"integer","minimum":1,"maximum":1000000,"default":1000}"""));
    }
}
