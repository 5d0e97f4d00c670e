using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Tests.Manifests;

/// <summary>Loads manifests given as text, against the real plugins and the good test plugin, which are loaded once.</summary>
internal static class ManifestBench
{
    private static readonly Lazy<PluginCatalog> LazyCatalog =
        new(() => PluginCatalog.Load([TestFolders.RealPlugins, Path.Combine(TestFolders.TestPlugins, "GoodPlugin")]));

    /// <summary>A manifest without fault.</summary>
    public const string Valid =
        """
        {
          "name": "test",
          "target": { "type": "energy", "name": "U1" },
          "flow": [ { "type": "planar", "length": 2 } ],
          "optimizer": { "type": "adam" }
        }
        """;

    public static PluginCatalog Catalog => LazyCatalog.Value;

    public static ManifestResult Load(string json, params string[] sets) => Load(json, new ManifestOverrides(sets));

    public static ManifestResult Load(string json, ManifestOverrides overrides)
    {
        string file = Path.Combine(Path.GetTempPath(), $"flowlab-{Guid.NewGuid():N}.json");
        File.WriteAllText(file, json);
        try
        {
            return ManifestLoader.Load(file, overrides, Catalog);
        }
        finally
        {
            File.Delete(file);
        }
    }

    public static ExperimentPlan Plan(string json, params string[] sets)
    {
        ManifestResult result = Load(json, sets);
        Assert.That(result.Faults, Is.Empty);
        return result.Plan!;
    }

    /// <summary>The valid manifest with some keys added or replaced, given as the inside of a JSON object.</summary>
    public static string With(string keys)
    {
        var manifest = System.Text.Json.Nodes.JsonNode.Parse(Valid)!.AsObject();
        foreach ((string key, var value) in System.Text.Json.Nodes.JsonNode.Parse("{" + keys + "}")!.AsObject())
            manifest[key] = value?.DeepClone();
        return manifest.ToJsonString();
    }
}
