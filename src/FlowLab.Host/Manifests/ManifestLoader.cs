using System.Text.Json.Nodes;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Manifests;

/// <summary>Manifest file to experiment plan: read, apply the preset, override, expand, bind and check; all faults are found before the first step.</summary>
public sealed class ManifestLoader
{
    private readonly PluginCatalog _catalog;
    private readonly FaultCollector _faults = new();
    private readonly SettingsBinder _binder;

    private ManifestLoader(PluginCatalog catalog)
    {
        _catalog = catalog;
        _binder = new SettingsBinder(_faults);
    }

    /// <summary>The plan of the manifest in <paramref name="path"/>, or all its faults.</summary>
    public static ManifestResult Load(string path, ManifestOverrides overrides, PluginCatalog catalog)
    {
        ManifestResult result = new ManifestLoader(catalog).Load(path, overrides);
        ManifestOverrides swept = overrides with { Sets = [.. overrides.Sets.Select(set => result.Faults.Any(fault => IsListForOne(fault, set)) ? $"{ManifestSections.Sweep}.{set}" : set)] };
        if (swept.Sets.SequenceEqual(overrides.Sets))
            return result;
        ManifestResult asAxes = new ManifestLoader(catalog).Load(path, swept);
        return asAxes.Plan is null ? result : asAxes;
    }

    /// <summary>Whether the command line gives a list to a setting that takes one value: several values are an axis, also where the manifest has none.</summary>
    private static bool IsListForOne(ManifestFault fault, string set) =>
        fault.Number == ManifestFaultNumbers.WrongType && fault.Actual.StartsWith('[') && set.IndexOf('=') is > 0 and var equals && fault.Origin == $"--set {set[..equals].Trim()}";

    private ManifestResult Load(string path, ManifestOverrides overrides)
    {
        ExperimentPlan? plan = ManifestFile.Read(path, _faults) is { } manifest ? TryPlan(manifest, overrides) : null;
        return new ManifestResult(_faults.Faults.Count == 0 ? plan : null, _faults.Faults);
    }

    /// <summary>A configuration joins keys by colons, so "a:b" beside { "a": { "b": ... } } is the same key twice.</summary>
    private ExperimentPlan? TryPlan(JsonObject manifest, ManifestOverrides overrides)
    {
        try
        {
            return Plan(manifest, overrides);
        }
        catch (FormatException failure)
        {
            _faults.Add(new ManifestFault(ManifestFaultNumbers.DuplicateKey, JsonPath.Root, failure.Message) { Expected = "keys without colons" });
            return null;
        }
    }

    private ExperimentPlan? Plan(JsonObject manifest, ManifestOverrides overrides)
    {
        (AppliedPreset? preset, IReadOnlyList<ValueOrigin> origins) = Change(manifest, overrides);
        _faults.Origins = origins;
        ManifestValue root = ManifestValue.From(manifest);
        ExperimentSettings experiment = BindExperiment(root);
        IReadOnlyList<int> seeds = new SeedsReader(_faults, _binder).Read(root.Child(ManifestSections.Seeds));
        IReadOnlyList<SweepAxis> axes = new SweepReader(_faults, _binder).Read(root.Child(ManifestSections.Sweep));
        IReadOnlyList<string> names = [.. axes.Select(axis => axis.Name)];
        ReportSettings report = new ReportReader(_faults, _binder).Read(root.Child(ManifestSections.Report), names);
        IReadOnlyList<CellPlan> cells = PlanCells(manifest, axes, origins, experiment);
        if (report.Reference is { } reference && _faults.Faults.Count == 0)
            new ReferenceCheck(_faults).Check(reference, cells, seeds);
        return new ExperimentPlan(experiment.Name, experiment.Description, names, cells, seeds, report, manifest.ToJsonString(ManifestJson.Indented)) { Preset = preset };
    }

    /// <summary>First what the command line says about presets, then the preset, then the rest of the command line.</summary>
    private (AppliedPreset? Preset, IReadOnlyList<ValueOrigin> Origins) Change(JsonObject manifest, ManifestOverrides overrides)
    {
        var early = overrides with { Sets = [.. overrides.Sets.Where(PresetApplier.IsAboutPresets)], Seeds = null };
        var late = overrides with { Sets = [.. overrides.Sets.Where(set => !PresetApplier.IsAboutPresets(set))], Preset = null };
        List<ValueOrigin> origins = [.. new OverrideApplier(manifest, _faults).Apply(early)];
        _faults.Origins = origins;
        AppliedPreset? preset = new PresetApplier(manifest, _faults, _binder).Apply(origins);
        _faults.Origins = [];
        return (preset, [.. origins, .. new OverrideApplier(manifest, _faults).Apply(late)]);
    }

    private ExperimentSettings BindExperiment(ManifestValue root)
    {
        var experiment = (ExperimentSettings)_binder.Bind(ManifestSections.ExperimentModel, root, [.. root.Keys]);
        ManifestValue name = root.Child("name");
        if (name.Exists && string.IsNullOrWhiteSpace(name.Text))
            _binder.RefuseMissing(name.Path, "a name that is not blank");
        return experiment;
    }

    private List<CellPlan> PlanCells(
        JsonObject manifest, IReadOnlyList<SweepAxis> axes, IReadOnlyList<ValueOrigin> origins, ExperimentSettings experiment)
    {
        if (_faults.Faults.Any(fault => fault.Number == ManifestFaultNumbers.GridTooLarge))
            return [];
        var binder = new CellBinder(_catalog, _faults);
        var ids = new CellIds();
        var cells = new List<CellPlan>();
        foreach (CellDraft draft in new SweepExpander(_faults).Expand(manifest, axes, origins))
            if (binder.Bind(draft) is { } cell)
                cells.Add(new CellPlan(cells.Count, ids.Next(draft.Labels.Count == 0 ? [experiment.Name] : draft.Labels.Values), draft.Labels, cell));
        return cells;
    }
}
