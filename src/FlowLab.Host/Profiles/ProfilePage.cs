using System.Globalization;
using System.Text;

namespace FlowLab.Host.Profiles;

/// <summary>Profiles as Markdown, which reads well on a terminal too.</summary>
internal static class ProfilePage
{
    public static string Of(Ceilings ceilings, IReadOnlyList<CellProfile> cells)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Ceilings: {ceilings.OperationsPerSecond / 1e9:0} GFLOP/s, {ceilings.BytesPerSecond / 1e9:0.0} GB/s ({ceilings.Description}).\n");
        foreach (CellProfile cell in cells)
            Append(text, ceilings, cell);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Ceilings ceilings, CellProfile cell)
    {
        double total = ProfileRow.TotalSeconds(cell);
        IReadOnlyList<ProfileRow> rows = ProfileRow.Of(cell);
        double operations = rows.Sum(row => row.Operations), bytes = rows.Sum(row => row.Bytes);
        text.Append(CultureInfo.InvariantCulture, $"\n{cell.Cell}: {total * 1e3:0.000} ms per update while looked at ({cell.PlainSeconds * 1e3:0.000} ms before), mean of {cell.Steps.Count}; ");
        text.Append(CultureInfo.InvariantCulture, $"{operations / 1e9:0.000} GFLOP in products, {bytes / 1e6:0.0} MB.\n\n");
        text.Append("| kernel or product | launches | ms | share | MB | GB/s | MFLOP | GFLOP/s | of its ceiling |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (ProfileRow row in rows)
            text.Append(Line(row, total, ceilings));
    }

    private static string Line(ProfileRow row, double total, Ceilings ceilings)
    {
        string[] cells =
        [
            row.Name, Number(row.Count, "0.#"), Number(row.Seconds * 1e3, "0.000"), Number(row.Seconds / total, "0.0 %"), Number(row.Bytes / 1e6, "0.00"),
            Number(row.Bytes / row.Seconds / 1e9, "0.0"), Number(row.Operations / 1e6, "0.0"), Number(row.Operations / row.Seconds / 1e9, "0.0"),
            row.ShareOf(ceilings) is { } share ? $"{Number(share.Share, "0.00")} ({share.Ceiling})" : "",
        ];
        return $"| {string.Join(" | ", cells)} |\n";
    }

    /// <summary>Nothing where nothing is known.</summary>
    private static string Number(double value, string format) => value == 0 || !double.IsFinite(value) ? "" : value.ToString(format, CultureInfo.InvariantCulture);
}
