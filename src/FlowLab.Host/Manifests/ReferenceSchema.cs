using System.Text.Json.Nodes;

namespace FlowLab.Host.Manifests;

/// <summary>The JSON Schema of <c>report.reference</c>.</summary>
internal static class ReferenceSchema
{
    public static JsonObject Describe() => new()
    {
        ["description"] = "Published numbers beside those of the run, and the settings that they were made with.",
        ["type"] = new JsonArray("object", "null"),
        ["additionalProperties"] = false,
        ["required"] = new JsonArray("title", "metric", "values"),
        ["properties"] = new JsonObject
        {
            ["title"] = Text("Where they are from: authors, year, table."),
            ["metric"] = Text("The metric that they are numbers of, such as test_nll."),
            ["values"] = new JsonObject { ["type"] = "array", ["items"] = DescribeValue() },
            ["settings"] = new JsonObject
            {
                ["description"] = "What the reference used: path into the manifest to value. The report lists those that differ.",
                ["type"] = "object",
            },
            ["notes"] = new JsonObject { ["description"] = "What else a reader has to know.", ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } },
        },
    };

    private static JsonObject DescribeValue() => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray("at", "value"),
        ["properties"] = new JsonObject
        {
            ["at"] = new JsonObject
            {
                ["description"] = "Which cells it is about: axis to label or value.",
                ["type"] = "object",
                ["additionalProperties"] = new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") },
            },
            ["value"] = new JsonObject { ["description"] = "The number, in the metric's unit.", ["type"] = "number" },
            ["note"] = Text("What has to be said about it, such as upper bound."),
        },
    };

    private static JsonObject Text(string description) => new() { ["description"] = description, ["type"] = "string" };
}
