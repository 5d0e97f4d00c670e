using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowLab.Host.Results;

/// <summary>eval-1.csv, eval-2.csv, ...: as summary.csv, with the updates and the settings of the evaluation. No file is ever overwritten.</summary>
internal static class EvaluationCsv
{
    private static readonly JsonSerializerOptions Spelling = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="folder">The run folder.</param>
    /// <param name="file">The file to write instead of the next one of the run folder, or null.</param>
    /// <param name="axes">The axes of the run.</param>
    /// <param name="cells">What was measured.</param>
    /// <returns>The file written.</returns>
    public static string Write(RunFolder folder, string? file, IReadOnlyList<string> axes, IReadOnlyList<CellEvaluation> cells)
    {
        string text = Format(axes, cells);
        if (file is not null)
        {
            RunFolder.MakeFolderOf(file);
            AtomicFile.Write(file, text);
            return file;
        }
        for (int number = 1; ; number++)
            if (AtomicFile.TryWriteNew(folder.Evaluation(number), text))
                return folder.Evaluation(number);
    }

    private static string Format(IReadOnlyList<string> axes, IReadOnlyList<CellEvaluation> cells)
    {
        var text = new StringBuilder();
        Csv.AppendRecord(text, ["cell", .. axes, "updates", .. SummaryCsv.Statistics, "evaluation"]);
        foreach (CellEvaluation cell in cells)
            foreach ((Engine.Evaluation.MetricDescription metric, SeedStatistics statistics) in cell.Statistics)
                Csv.AppendRecord(text,
                [
                    cell.Results.Id, .. axes.Select(cell.Results.Label), cell.Results.UpdatesDone.ToString(CultureInfo.InvariantCulture),
                    .. SummaryCsv.Fields(metric, statistics, cell.Results), JsonSerializer.Serialize(cell.Settings, Spelling),
                ]);
        return text.ToString();
    }
}
