using System.CommandLine;
using System.Text.Json.Nodes;
using FlowLab.Host.Manifests;

namespace FlowLab.Host.Commands;

/// <summary>Tables of the command line as JSON, for programs: an array with an object per line.</summary>
internal static class JsonRows
{
    /// <summary>A new option <c>--json</c>.</summary>
    public static Option<bool> CreateOption() => new("--json") { Description = "Write the table as JSON." };

    /// <summary>Writes lines of texts.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="headings">The columns; their names in lower case, with _ between words, are the keys.</param>
    /// <param name="rows">The lines.</param>
    public static void Write(TextWriter output, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        string[] keys = [.. headings.Select(heading => heading.ToLowerInvariant().Replace(' ', '_').Replace('-', '_'))];
        var lines = new JsonArray([.. rows.Select(row => (JsonNode?)new JsonObject(keys.Zip(row, (key, cell) => KeyValuePair.Create(key, (JsonNode?)cell))))]);
        output.WriteLine(lines.ToJsonString(ManifestJson.Indented));
    }
}
