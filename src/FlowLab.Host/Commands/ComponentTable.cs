using Spectre.Console;

namespace FlowLab.Host.Commands;

/// <summary>The listing of components: a table on a terminal, plain aligned columns everywhere else.</summary>
internal static class ComponentTable
{
    /// <summary>Aligned columns, one line per component.</summary>
    public static void WritePlain(TextWriter output, IReadOnlyList<ComponentRow> rows)
    {
        IReadOnlyList<ComponentRow> lines = [ComponentRow.Headings, .. rows];
        int[] widths = [.. Enumerable.Range(0, ComponentRow.Headings.Cells.Count).Select(column => lines.Max(line => line.Cells[column].Length))];
        foreach (ComponentRow line in lines)
            output.WriteLine(string.Join("  ", line.Cells.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }

    /// <summary>A table that fits the terminal.</summary>
    public static void WriteToTerminal(IReadOnlyList<ComponentRow> rows)
    {
        var table = new Table().RoundedBorder();
        foreach (string heading in ComponentRow.Headings.Cells)
            table.AddColumn(Markup.Escape(heading));
        foreach (ComponentRow row in rows)
            table.AddRow([.. row.Cells.Select(Markup.Escape)]);
        AnsiConsole.Write(table);
    }
}
