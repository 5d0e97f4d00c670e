using System.Text.Json.Nodes;
using FlowLab.Engine.Cells;
using FlowLab.Host.Manifests;

namespace FlowLab.Host.Tuning;

/// <summary>Manifests of trials: what is searched put in place, everything that is counted in updates shortened to a rung's share of them.</summary>
/// <param name="manifest">The resolved manifest.</param>
/// <param name="space">What is varied.</param>
internal sealed class TrialManifests(JsonObject manifest, IReadOnlyList<SearchDimension> space)
{
    private const string ScheduleKey = "schedule";

    /// <summary>The manifest of a rung: an axis with the trials beside the axes of the manifest's sweep that are not searched themselves.</summary>
    /// <param name="trials">The trials of the rung.</param>
    /// <param name="share">The share of the full number of updates.</param>
    /// <param name="name">The name of the rung's run.</param>
    public JsonObject Rung(IReadOnlyList<Trial> trials, double share, string name)
    {
        var document = (JsonObject)manifest.DeepClone();
        document.Remove(ManifestSections.Search);
        document.Remove(ManifestSections.Report);
        document["name"] = name;
        var sweep = new JsonObject { [Trial.Axis] = new JsonArray([.. trials.Select(trial => Partial(trial, share))]) };
        foreach ((string axis, JsonNode? values) in KeptAxes)
            sweep[axis] = values?.DeepClone();
        document[ManifestSections.Sweep] = sweep;
        return document;
    }

    /// <summary>A manifest that trains a trial, and nothing else, for the full number of updates.</summary>
    public JsonObject Winner(Trial trial, string name)
    {
        JsonObject document = Place(trial);
        document["name"] = name;
        document["description"] = $"What a search chose: {trial.Text(space)}.";
        document.Remove(ManifestSections.Search);
        document.Remove(ManifestSections.Sweep);
        if (KeptAxes.Any())
            document[ManifestSections.Sweep] = new JsonObject(KeptAxes.Select(axis => KeyValuePair.Create(axis.Key, axis.Value?.DeepClone())));
        return document;
    }

    private IEnumerable<KeyValuePair<string, JsonNode?>> KeptAxes =>
        manifest[ManifestSections.Search] is null ? [] : manifest[ManifestSections.Sweep] as JsonObject ?? [];

    private JsonObject Partial(Trial trial, double share)
    {
        JsonObject document = Place(trial);
        Shorten(document, share);
        var partial = new JsonObject { ["label"] = trial.Label };
        foreach (string section in ManifestSections.OfCell.Where(section => document[section] is not null))
            partial[section] = document[section]!.DeepClone();
        return partial;
    }

    /// <summary>The manifest with a trial's values: partial manifests first, then paths.</summary>
    private JsonObject Place(Trial trial)
    {
        var document = (JsonObject)manifest.DeepClone();
        foreach (SearchValue value in trial.Values.Where(value => value.Node is JsonObject))
            Merge(document, (JsonObject)value.Node);
        foreach ((SearchDimension dimension, SearchValue value) in space.Zip(trial.Values).Where(pair => pair.Second.Node is not JsonObject))
        {
            if (!ManifestPath.TryParse(dimension.Name, out ManifestPath? path) || !path.TrySet(document, value.Node))
                throw TuneErrors.Dimension(dimension.Name, "the path leads nowhere", "a path whose list elements are in the manifest and whose other parts are objects { }", value.Label);
        }
        return document;
    }

    private static void Merge(JsonObject target, JsonObject partial)
    {
        foreach ((string key, JsonNode? value) in partial)
        {
            if (value is JsonObject inner && target[key] is JsonObject existing)
                Merge(existing, inner);
            else
                target[key] = value?.DeepClone();
        }
    }

    private static void Shorten(JsonObject document, double share)
    {
        JsonObject training = Child(document, ManifestSections.Training);
        int updates = Shortened(training, "updates", new TrainingSettings().Updates, share);
        training["metricsEvery"] = Math.Max(1, Math.Min(updates, Scaled(training["metricsEvery"], new TrainingSettings().MetricsEvery, share)));
        if (document[ManifestSections.Objective] is JsonObject objective && objective["annealing"] is JsonObject annealing)
            Shortened(annealing, "updates", new AnnealingSettings().Updates, share);
        if (document[ManifestSections.Optimizer] is JsonObject optimizer && optimizer[ScheduleKey] is JsonObject schedule)
        {
            foreach (string key in (string[])["warmup", "every"])
                if (schedule[key] is not null)
                    Shortened(schedule, key, 0, share);
        }
    }

    private static JsonObject Child(JsonObject document, string key)
    {
        if (document[key] is not JsonObject child)
            document[key] = child = [];
        return child;
    }

    private static int Shortened(JsonObject settings, string key, int usual, double share)
    {
        int value = Math.Max(1, Scaled(settings[key], usual, share));
        settings[key] = value;
        return value;
    }

    private static int Scaled(JsonNode? value, int usual, double share) => (int)Math.Round((value?.GetValue<double>() ?? usual) * share);
}
