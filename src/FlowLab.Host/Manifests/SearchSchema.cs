using System.Text.Json.Nodes;

namespace FlowLab.Host.Manifests;

/// <summary>The schema of <c>search</c>.</summary>
internal static class SearchSchema
{
    /// <summary>An object with a list, or a range, per dimension.</summary>
    public static JsonObject Describe() => new()
    {
        ["description"] = "What flowlab tune varies: a path such as flow.0.length with a list of values or a range, or any other name with partial manifests. Runs ignore it.",
        ["type"] = "object",
        ["additionalProperties"] = new JsonObject
        {
            ["oneOf"] = new JsonArray(new JsonObject { ["title"] = "a choice", ["type"] = "array", ["minItems"] = 1 }, Range()),
        },
    };

    private static JsonObject Range() => new()
    {
        ["title"] = "a range, ends included",
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["min"] = new JsonObject { ["type"] = "number" },
            ["max"] = new JsonObject { ["type"] = "number" },
            ["scale"] = new JsonObject { ["description"] = "log: ratios count, not differences.", ["enum"] = new JsonArray("linear", "log"), ["default"] = "linear" },
            ["integer"] = new JsonObject { ["description"] = "Only whole numbers.", ["type"] = "boolean", ["default"] = false },
        },
        ["required"] = new JsonArray("min", "max"),
        ["additionalProperties"] = false,
    };
}
