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

    /// <summary>A table that fits 80 columns: long texts share a column.</summary>
    public static void WriteToTerminal(IReadOnlyList<ComponentRow> rows)
    {
        var table = new Table().RoundedBorder().ShowRowSeparators();
        table.AddColumn(new TableColumn("kind").NoWrap()).AddColumn(new TableColumn("name").NoWrap());
        table.AddColumn("summary and settings").AddColumn("plugin file, version, SHA-256");
        foreach (ComponentRow row in rows)
            table.AddRow(
                new Markup(Markup.Escape(row.Kind)), new Markup($"[bold]{Markup.Escape(row.Name)}[/]"),
                new Markup($"{Markup.Escape(row.Summary)}\n[dim]{Markup.Escape(row.Settings)}[/]"),
                new Markup($"{Markup.Escape(row.File)}\n[dim]{Markup.Escape(row.Version)} {Markup.Escape(row.Sha256)}[/]"));
        AnsiConsole.Write(table);
    }
}
