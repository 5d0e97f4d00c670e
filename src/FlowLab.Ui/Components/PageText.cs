using System.Globalization;

namespace FlowLab.Ui.Components;

/// <summary>Numbers, times and addresses of the page.</summary>
internal static class PageText
{
    /// <summary>The address of a run's page, from the page's root.</summary>
    public static string Run(string key) => "runs/" + string.Join('/', key.Split('/').Select(Uri.EscapeDataString));

    /// <summary>The address of a run's report.</summary>
    public static string Report(string key) => "report?run=" + Uri.EscapeDataString(key);

    /// <summary>A share as a whole percentage: 100 only when all is done.</summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(share * 100):0} %");

    /// <summary>A count with thousands apart.</summary>
    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>"3 cells", "1 cell".</summary>
    public static string Count(long count, string what) => count == 1 ? $"1 {what}" : $"{Count(count)} {what}s";

    /// <summary>Local time to the minute.</summary>
    public static string Time(DateTimeOffset time) => time.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
