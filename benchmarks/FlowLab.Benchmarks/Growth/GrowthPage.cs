using System.Globalization;
using System.Text;

namespace FlowLab.Benchmarks.Growth;

/// <summary>The series as Mermaid charts: powers of ten of milliseconds, so that linear growth is a straight line where sizes double; measured, and the line.</summary>
internal static class GrowthPage
{
    public static string Of(IReadOnlyList<GrowthRow> rows)
    {
        var text = new StringBuilder();
        foreach (IGrouping<GrowthSeries, GrowthRow> series in rows.GroupBy(row => row.Series))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n```mermaid\nxychart-beta\n    title \"{series.Key.Model}: {series.Key.Axis}\"\n");
            text.Append(CultureInfo.InvariantCulture, $"    x-axis [{string.Join(", ", series.Select(row => row.Value))}]\n    y-axis \"log10 ms per update\"\n");
            text.Append(CultureInfo.InvariantCulture, $"    line [{Logs(series.Select(row => row.Milliseconds))}]\n    line [{Logs(series.Select(row => row.Expected))}]\n```\n");
        }
        return text.ToString();
    }

    private static string Logs(IEnumerable<double> milliseconds) =>
        string.Join(", ", milliseconds.Select(time => Math.Log10(time).ToString("0.000", CultureInfo.InvariantCulture)));
}
