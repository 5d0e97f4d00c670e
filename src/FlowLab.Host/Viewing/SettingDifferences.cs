using FlowLab.Host.Manifests;
using FlowLab.Ui.Views;

namespace FlowLab.Host.Viewing;

/// <summary>The settings in which cells, or runs, are not all the same.</summary>
internal static class SettingDifferences
{
    private const int MostNamed = 4;
    private const string Missing = "not there";

    /// <summary>A row per path; builds of plugins are no settings.</summary>
    /// <param name="owners">Who has which settings, as the database keeps them.</param>
    public static IReadOnlyList<SettingRow> Of(IReadOnlyList<(string Name, string SettingsJson)> owners)
    {
        (string Name, ResolvedSettings Settings)[] all = [.. owners.Select(owner => (owner.Name, ResolvedSettings.Of(owner.SettingsJson)))];
        return [.. all.SelectMany(owner => owner.Settings.Paths).Distinct().Select(path => Row(path, all)).Where(row => row.Values.Count > 1)];
    }

    private static SettingRow Row(string path, (string Name, ResolvedSettings Settings)[] all) => new(path,
        [.. all.GroupBy(owner => owner.Settings.TryFind(path, out System.Text.Json.Nodes.JsonNode? value) ? value?.ToJsonString() ?? "null" : Missing)
            .Select(group => new SettingValue(group.Key, group.Count(), Name([.. group.Select(owner => owner.Name).Distinct()])))]);

    private static string Name(string[] names) => names.Length <= MostNamed
        ? string.Join(", ", names)
        : FormattableString.Invariant($"{string.Join(", ", names.Take(MostNamed))} and {names.Length - MostNamed} more");
}
