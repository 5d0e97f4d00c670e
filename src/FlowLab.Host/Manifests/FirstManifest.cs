using System.Text.Json.Nodes;
using FlowLab.Host.Plugins;
using FlowLab.Plugins;

namespace FlowLab.Host.Manifests;

/// <summary>A manifest to begin with: one target, one flow, and what it takes to train them.</summary>
internal sealed record FirstManifest
{
    private const double LearningRate = 1e-3;

    /// <summary>The experiment's name.</summary>
    public required string Name { get; init; }

    /// <summary>The energy or dataset.</summary>
    public required PluginComponent Target { get; init; }

    /// <summary>What settings of the target are, by their names.</summary>
    public IReadOnlyDictionary<string, string> TargetSettings { get; init; } = new Dictionary<string, string>();

    /// <summary>The density p(x|z) of a latent model; empty for none.</summary>
    public string Likelihood { get; init; } = "";

    /// <summary>The flow.</summary>
    public required string Flow { get; init; }

    /// <summary>Its layers.</summary>
    public required int Length { get; init; }

    /// <summary>Seeds.</summary>
    public required int Seeds { get; init; }

    /// <summary>Updates.</summary>
    public required int Updates { get; init; }

    /// <summary>The manifest.</summary>
    public JsonObject ToJson()
    {
        var document = new JsonObject
        {
            ["name"] = Name,
            ["description"] = $"{Flow} flows of {Length} layers, fitted to {Target.Name}.",
            ["target"] = TargetJson(),
        };
        if (Likelihood.Length > 0)
            document["model"] = ModelJson();
        document["flow"] = new JsonArray(new JsonObject { ["type"] = Flow, ["length"] = Length });
        if (Target.Kind == ComponentKinds.Energy)
            document["objective"] = new JsonObject { ["type"] = "free-energy", ["annealing"] = new JsonObject { ["start"] = 0.01, ["updates"] = Math.Max(1, Updates / 2) } };
        else if (Likelihood.Length == 0)
            document["objective"] = new JsonObject { ["type"] = "maximum-likelihood" };
        document["optimizer"] = new JsonObject { ["type"] = "adam", ["learningRate"] = LearningRate, ["schedule"] = "cosine" };
        document["training"] = new JsonObject { ["updates"] = Updates };
        document["seeds"] = Seeds;
        document["presets"] = new JsonObject { ["quick"] = QuickJson() };
        return document;
    }

    private JsonObject QuickJson()
    {
        int updates = Math.Max(1, Updates / 10);
        var quick = new JsonObject { ["description"] = "A first look: one seed, a tenth of the updates.", ["seeds"] = 1, ["training"] = new JsonObject { ["updates"] = updates } };
        if (Target.Kind == ComponentKinds.Energy)
            quick["objective"] = new JsonObject { ["annealing"] = new JsonObject { ["updates"] = Math.Max(1, updates / 2) } };
        return quick;
    }

    private JsonObject TargetJson()
    {
        bool isExpression = Target.Kind == ComponentKinds.Energy && Target.Name == ComponentBinder.ExpressionType;
        var target = isExpression ? new JsonObject { ["type"] = Target.Name } : new JsonObject { ["type"] = Target.Kind, ["name"] = Target.Name };
        foreach ((string setting, string value) in TargetSettings)
            target[setting] = value;
        return target;
    }

    private JsonObject ModelJson() => new()
    {
        ["latents"] = new JsonArray(20), ["encoder"] = new JsonObject { ["hidden"] = 100 }, ["decoder"] = new JsonObject { ["hidden"] = 100 },
        ["likelihood"] = new JsonObject { ["type"] = Likelihood },
    };
}
