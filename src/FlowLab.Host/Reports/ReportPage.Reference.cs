using FlowLab.Host.Manifests;

namespace FlowLab.Host.Reports;

internal static partial class ReportPage
{
    /// <summary>What stands below the table that has the reference's column.</summary>
    private static void AppendReference(MarkupText page, ReferenceComparison comparison)
    {
        ReferenceSettings reference = comparison.Reference;
        if (comparison.Metric is null)
            page.Append($"<p class=\"note\">{reference.Title} is a reference for <code>{reference.Metric}</code>, which no cell has (yet).</p>\n");
        if (comparison.Unmatched.Count > 0)
            page.Append($"<p class=\"note\">Values of the reference without a cell here: {string.Join("; ", comparison.Unmatched.Select(value => $"{value}: {ReferenceText(value)}"))}.</p>\n");
        foreach (string note in reference.Notes)
            page.Append($"<p class=\"note\">{note}</p>\n");
        AppendDifferences(page, comparison);
    }

    private static void AppendDifferences(MarkupText page, ReferenceComparison comparison)
    {
        if (comparison.Reference.Settings.Count == 0)
            return;
        page.Append($"<h3>Settings that differ from the reference</h3>\n");
        if (comparison.Differences.Count == 0)
        {
            page.Append($"<p class=\"note\">None of the {comparison.Reference.Settings.Count} settings that the manifest states for {comparison.Reference.Title}.</p>\n");
            return;
        }
        page.Append($"<div class=\"wide\"><table class=\"numbers differences\">\n<caption>Of the {comparison.Reference.Settings.Count} settings that the manifest states for {comparison.Reference.Title}, compared with the resolved settings of every cell.</caption>\n");
        page.Append($"<thead><tr><th scope=\"col\" class=\"text\">setting</th><th scope=\"col\" class=\"text\">reference</th><th scope=\"col\" class=\"text\">this run</th></tr></thead>\n<tbody>\n");
        foreach (SettingDifference difference in comparison.Differences)
            page.Append($"<tr><th scope=\"row\" class=\"text\"><code>{difference.Path}</code></th><td class=\"text\">{difference.Reference}</td><td class=\"message\">{difference.Text}</td></tr>\n");
        page.Append($"</tbody>\n</table></div>\n");
    }

    private static string ReferenceText(ReferenceValue? value) =>
        value is null ? "\u2013" : AsPublished(value.Value) + (value.Note.Length == 0 ? "" : $" ({value.Note})");

    /// <summary>With the digits that were published, no more and no fewer.</summary>
    private static string AsPublished(double value) => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
