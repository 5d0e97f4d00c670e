using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;
using FlowLab.Host.Results;

namespace FlowLab.Host.Tuning;

/// <summary>The segment of a manifest's flow whose length is "auto".</summary>
internal sealed partial class GrowingSegment
{
    private const string Auto = "auto";
    private const string InitialScale = "initialScale";

    private readonly string _file;
    private readonly IReadOnlyList<string> _sets;

    private GrowingSegment(string file, IReadOnlyList<string> sets, int segment) => (_file, _sets, Segment) = (file, sets, segment);

    /// <summary>Which segment it is, counted from 0.</summary>
    public int Segment { get; }

    /// <summary>Looks for it in the manifest and in what the command line changes; null where there is none.</summary>
    public static GrowingSegment? Find(string file, IReadOnlyList<string> sets)
    {
        int[] asked = [.. sets.Select(set => AutoLength().Match(set)).Where(match => match.Success).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)), .. InManifest(file)];
        return asked.Length == 0 ? null : new GrowingSegment(file, [.. sets.Where(set => !AutoLength().IsMatch(set))], asked[0]);
    }

    /// <summary>The plan with one layer in the segment.</summary>
    public ManifestResult Load(ManifestOverrides overrides, PluginCatalog catalog) => ManifestLoader.Load(
        _file, overrides with { Sets = [.. _sets, string.Create(CultureInfo.InvariantCulture, $"flow.{Segment}.length=1")] }, catalog);

    /// <summary>Refuses what cannot grow.</summary>
    /// <exception cref="FlowLabException">FLR106, FLR107.</exception>
    public void Check(ExperimentPlan plan)
    {
        if (plan.Cells.Count != 1)
            throw GrowErrors.OneCell(plan.Cells.Count);
        int segments = plan.Cells[0].Manifest.Flow.Count;
        if (Segment != segments - 1)
            throw GrowErrors.OnlyTheLast(Segment, segments);
    }

    /// <summary>Whether a flow says by a setting how far from the identity its layers start.</summary>
    public static bool HasInitialScale(PluginComponent flow) => flow.Settings?.Find(InitialScale) is { Shape.Range: { } range } && range.Contains(0);

    /// <summary>Segments that say so in the file itself. What cannot be read is refused when the manifest is loaded.</summary>
    private static IEnumerable<int> InManifest(string file)
    {
        try
        {
            var manifest = JsonNode.Parse(File.ReadAllText(file), documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            JsonNode?[] flow = manifest is JsonObject document && document[ManifestSections.Flow] is JsonArray segments ? [.. segments] : [];
            return [.. Enumerable.Range(0, flow.Length).Where(index => flow[index] is JsonObject segment && segment["length"] is JsonValue length && length.TryGetValue(out string? text) && text == Auto)];
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }

    [GeneratedRegex(@"^flow\.(\d+)\.length=""?auto""?$")]
    private static partial Regex AutoLength();
}
