namespace FlowLab.Host.Manifests;

/// <summary>Checks that the settings which a reference names are settings of the cells, so that none is compared with nothing.</summary>
internal sealed class ReferenceCheck(FaultCollector faults)
{
    public void Check(ReferenceSettings reference, IReadOnlyList<CellPlan> cells, IReadOnlyList<int> seeds)
    {
        if (reference.Settings.Count == 0 || cells.Count == 0)
            return;
        ResolvedSettings[] resolved = [.. cells.Select(cell => ResolvedSettings.Of(CellSettingsJson.Of(cell.Manifest, seeds)))];
        foreach (string path in reference.Settings.Keys.Where(path => !resolved.Any(cell => cell.TryFind(path, out _))))
        {
            string[] known = [.. resolved.SelectMany(cell => cell.Paths).Distinct()];
            faults.Add(new ManifestFault(ManifestFaultNumbers.UnknownSetting, JsonPath.Property("$.report.reference.settings", path), $"no cell has a setting \"{path}\"")
            {
                Expected = Describe(path, known),
                Suggestion = NearestName.Find(path, known),
            });
        }
    }

    /// <summary>The settings of the section that is meant, if there is one; there are too many to list all.</summary>
    private static string Describe(string path, string[] known)
    {
        string section = path.Split('.')[0];
        string[] near = [.. known.Where(candidate => candidate.StartsWith(section + ".", StringComparison.Ordinal))];
        return near.Length > 0
            ? $"one of {string.Join(", ", near)}"
            : $"a path that starts with {string.Join(", ", known.Select(candidate => candidate.Split('.')[0]).Distinct())}";
    }
}
