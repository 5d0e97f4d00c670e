using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using FlowLab.Host.Manifests;
using FlowLab.Host.Results;

namespace FlowLab.Host.Commands;

/// <summary>Tables of the command line as JSON, for programs: an array with an object per line.</summary>
internal static class JsonRows
{
    /// <summary>A new option <c>--json</c>.</summary>
    public static Option<bool> CreateOption() => new("--json") { Description = "Write the table as JSON." };

    /// <summary>Writes lines whose values have types of their own.</summary>
    public static void Write(TextWriter output, IEnumerable<JsonObject> rows) => output.WriteLine(new JsonArray([.. rows]).ToJsonString(ManifestJson.Indented));

    /// <summary>Writes records of CSV whose values are numbers.</summary>
    public static void WriteCsv(TextWriter output, string csv)
    {
        IReadOnlyList<IReadOnlyList<string>> records = Csv.Parse(csv);
        Write(output, records.Skip(1).Select(record => new JsonObject(records[0].Zip(record, (key, field) => KeyValuePair.Create(key, Number(double.Parse(field, CultureInfo.InvariantCulture)))))));
    }

    /// <summary>Writes records of CSV, quoted or not, as lines of texts.</summary>
    public static void WriteRecords(TextWriter output, string csv)
    {
        IReadOnlyList<IReadOnlyList<string>> records = Csv.Parse(csv);
        Write(output, records[0], records.Skip(1));
    }

    /// <summary>A number; null where there is none, which JSON has no number for.</summary>
    public static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

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
