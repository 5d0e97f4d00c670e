using System.Text.Json.Nodes;
using FlowLab.Host.Manifests;

namespace FlowLab.Host.Tuning;

/// <summary>Manifests of the lengths of a growing flow.</summary>
/// <param name="manifest">The resolved manifest; its growing segment has any length.</param>
/// <param name="segment">The segment that grows.</param>
/// <param name="hasInitialScale">Whether the flow has a setting that says how far from the identity its layers start.</param>
internal sealed class GrowthManifests(JsonObject manifest, int segment, bool hasInitialScale)
{
    /// <summary>
    /// A run with so many layers, all of which start at the identity. What the inference network says of them counts in full however many there are, so that what
    /// one length has learned means the same in the next.
    /// </summary>
    public JsonObject Of(int length, string name)
    {
        JsonObject document = Plain(length);
        document["name"] = name;
        if (hasInitialScale)
            Segment(document)["initialScale"] = 0;
        if (document[ManifestSections.Model] is JsonObject model)
        {
            if (model["flowOutputs"] is not JsonObject outputs)
                model["flowOutputs"] = outputs = [];
            outputs["scale"] ??= 1;
        }
        return document;
    }

    /// <summary>A manifest that trains so many layers together, from their usual start.</summary>
    public JsonObject Winner(int length, string reason)
    {
        JsonObject document = Plain(length);
        document["name"] = $"{document["name"]}-winner";
        document["description"] = reason;
        return document;
    }

    private JsonObject Plain(int length)
    {
        var document = (JsonObject)manifest.DeepClone();
        foreach (string section in (string[])[ManifestSections.Search, ManifestSections.Sweep, ManifestSections.Report])
            document.Remove(section);
        Segment(document)["length"] = length;
        return document;
    }

    private JsonObject Segment(JsonObject document) => (JsonObject)document[ManifestSections.Flow]![segment]!;
}
