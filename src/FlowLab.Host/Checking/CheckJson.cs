using System.Text.Json.Nodes;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;
using FlowLab.Testing.Laws;

namespace FlowLab.Host.Checking;

/// <summary>The results of a check as JSON, for programs.</summary>
internal static class CheckJson
{
    /// <summary>An array with an object per component and law.</summary>
    public static string Of(IEnumerable<(PluginComponent Component, CheckedLaw Row)> rows) =>
        new JsonArray([.. rows.Select(pair => Of(pair.Component, pair.Row))]).ToJsonString(ManifestJson.Indented);

    private static JsonObject Of(PluginComponent component, CheckedLaw row)
    {
        LawReport report = row.Report;
        return new JsonObject
        {
            ["component"] = component.Name, ["kind"] = component.Kind, ["subject"] = row.Subject, ["plugin"] = component.Plugin.File, ["device"] = row.Device, ["law"] = report.Law,
            ["cases"] = report.Cases, ["worstError"] = Number(report.Worst.Error), ["tolerance"] = Number(report.Worst.Tolerance), ["seconds"] = Math.Round(report.Seconds, 3),
            ["verdict"] = SettingsModelReader.Spell(report.Verdict.ToString()), ["reason"] = report.Reason, ["failingCase"] = row.Code(component.Kind),
        };
    }

    /// <summary>JSON has no numbers that are none.</summary>
    private static JsonValue? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;
}
