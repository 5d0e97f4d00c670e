using System.Globalization;

namespace FlowLab.Benchmarks.Results;

/// <summary>Writes the figures of a comparison into a page, between the marks that it has for them.</summary>
internal static class ResultsCommand
{
    private const string Begin = "<!-- compare.sh writes from here -->\n";
    private const string End = "<!-- to here -->\n";

    /// <param name="folder">Files of figures, "name value unit" per line, one per contest, named after it: toy2d.txt.</param>
    /// <param name="page">The page, which has both marks.</param>
    public static int Run(string folder, string page)
    {
        string text = File.ReadAllText(page);
        int first = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, end = text.IndexOf(End, StringComparison.Ordinal);
        if (first < Begin.Length || end < first)
        {
            Console.Error.WriteLine($"{page} has no place for figures: expected the lines {Begin.Trim()} and {End.Trim()}.");
            return 2;
        }
        string[] files = [.. Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal)];
        string tables = string.Concat(files.Select(file => Table(Path.GetFileNameWithoutExtension(file), Read(file))));
        string day = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        File.WriteAllText(page, $"{text[..first]}\n{day}, {Machine.Describe()}\n{tables}\n{text[end..]}");
        Console.Error.WriteLine($"Written: {page}");
        return 0;
    }

    private static string Table(string contest, IReadOnlyList<ResultLine> lines) =>
        contest is "toy2d" or "dlgm" ? ResultTables.Contest(contest, lines) : ResultTables.List(contest, lines);

    private static List<ResultLine> Read(string file) => [.. File.ReadLines(file).Select(ResultLine.TryParse).OfType<ResultLine>()];
}
