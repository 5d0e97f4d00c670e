using FlowLab.Engine.Diagnosis;
using FlowLab.Engine.Evaluation;
using FlowLab.Host.Manifests;
using FlowLab.Host.Reports;
using FlowLab.Host.Results;
using FlowLab.Ui.Views;

namespace FlowLab.Host.Viewing;

/// <summary>A run that somebody looks at: its database stays open, and is read again only when something was written.</summary>
internal sealed class RunWatch : IRunWatch
{
    /// <summary>Points of a curve: more than a screen can show apart.</summary>
    private const int MostUpdates = 400;

    private readonly string _key;
    private readonly RunFolder _folder;
    private readonly RunSummaries _summaries;
    private readonly RunStore _store;
    private readonly Lock _turn = new();
    private (long Version, RunState State, bool HasReport) _read;
    private IReadOnlyList<CellResults> _cells = [];

    /// <param name="key">The run's key.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="summaries">Its line in the list.</param>
    public RunWatch(string key, RunFolder folder, RunSummaries summaries)
    {
        (_key, _folder, _summaries) = (key, folder, summaries);
        _store = RunStore.OpenToWatch(folder);
    }

    /// <inheritdoc/>
    public bool HasChanged() => Refusals.Translate(() =>
    {
        lock (_turn)
            return _read != Now(_summaries.Of(_key).State);
    });

    /// <inheritdoc/>
    public RunView Read() => Refusals.Translate(() =>
    {
        lock (_turn)
        {
            RunSummary summary = _summaries.Of(_key);
            _read = Now(summary.State);
            RunResults results = _store.ReadFigures();
            _cells = results.Cells;
            return View(summary, results);
        }
    });

    /// <inheritdoc/>
    public IReadOnlyList<CurveBand> Curves(string metric, IReadOnlyList<int> cells) => Refusals.Translate(() =>
    {
        lock (_turn)
            return (IReadOnlyList<CurveBand>)[.. _cells.Where(cell => cells.Contains(cell.Cell.Index))
                .Select(cell => SeedBand.Of(cell.Cell.Index, cell.Id, _store.ReadCurve(cell.Cell.Index, metric, MostUpdates)))
                .Where(curve => curve.Updates.Count > 0)];
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_turn)
            _store.Dispose();
    }

    private (long Version, RunState State, bool HasReport) Now(RunState state) => (_store.DataVersion, state, File.Exists(_folder.Report));

    private RunView View(RunSummary summary, RunResults results)
    {
        MetricDescription? headline = ReportPlan.Of(results, ReportLayouts.Read(_folder)).Headline;
        return new RunView(
            summary, [.. results.Axes.Select(AxisText.Name)], [.. results.Cells.Select(cell => Cell(cell, results.Axes, headline))], Metrics(results),
            headline is null ? "" : SummaryChart.ShortLabel(headline.Label, headline.Unit), Pictures(results),
            SettingDifferences.Of([.. results.Cells.Select(cell => (cell.Id, cell.Cell.SettingsJson))]), Events(results), results.Environment, File.Exists(_folder.Report));
    }

    private static CellView Cell(CellResults cell, IReadOnlyList<string> axes, MetricDescription? headline)
    {
        SeedStatistics? statistics = headline is null ? null : cell.Statistics(headline);
        string result = statistics is null ? "" : statistics.Available == 0 ? statistics.Missing : NumberText.Of(statistics.Mean, statistics.StandardError);
        long planned = ResolvedSettings.Of(cell.Cell.SettingsJson).TryFind("training.updates", out System.Text.Json.Nodes.JsonNode? updates) ? (long)updates! : 0;
        return new CellView(cell.Cell.Index, cell.Id, [.. axes.Select(cell.Label)], Status(cell.Status), cell.UpdatesDone, planned, result);
    }

    private static string Status(CellStatus status) => status switch
    {
        CellStatus.Pending => "waiting",
        CellStatus.Running => "training",
        CellStatus.Finished => "finished",
        _ => "failed",
    };

    private List<MetricView> Metrics(RunResults results)
    {
        string[] names = [.. results.Cells.Where(cell => cell.UpdatesDone > 0).SelectMany(cell => _store.ReadCurveMetrics(cell.Cell.Index)).Distinct()
            .Where(metric => !metric.StartsWith(DiagnosedFigure.Prefix, StringComparison.Ordinal))];
        return [.. names.Select(name => new MetricView(name, LabelOf(name, results)))];
    }

    private static string LabelOf(string name, RunResults results) => results.Descriptions.FirstOrDefault(metric => metric.Name == name) is { } metric
        ? SummaryChart.ShortLabel(metric.Label, metric.Unit)
        : name.Replace('_', ' ');

    private PictureView[] Pictures(RunResults results)
    {
        Dictionary<int, string> ids = results.Cells.ToDictionary(cell => cell.Cell.Index, cell => cell.Id);
        return [.. _store.ReadPictures().Select(picture => new PictureView(
            picture.IsDensity ? PictureKind.Density : PictureKind.Sheet, picture.Id, picture.Cell,
            FormattableString.Invariant($"{ids.GetValueOrDefault(picture.Cell, "")}: {Shown(picture)}{(picture.Seed is { } seed ? $", seed {seed}" : "")}")))];
    }

    private static string Shown(DrawnPicture picture) => !picture.IsDensity ? picture.Name : picture.Name == RunDensity.Target ? "target density" : "density of the flow";

    private static EventView[] Events(RunResults results) =>
        [.. results.Events.Reverse().Select(entry => new EventView(entry.Utc, Word(entry.Kind), Place(entry, results), entry.Message))];

    private static string Word(RunEventKind kind) => kind switch
    {
        RunEventKind.SeedStopped => "seed stopped",
        RunEventKind.CellFailed => "cell failed",
        RunEventKind.SeedRolledBack => "seed went back",
        RunEventKind.Interrupted => "interrupted",
        RunEventKind.Resumed => "resumed",
        RunEventKind.Warning => "warning",
        _ => "note",
    };

    private static string Place(RunEvent entry, RunResults results)
    {
        string?[] parts =
        [
            entry.Cell is { } cell ? results.Cells.FirstOrDefault(known => known.Cell.Index == cell)?.Id : null,
            entry.Seed is { } seed ? FormattableString.Invariant($"seed {seed}") : null,
            entry.Step is { } step ? FormattableString.Invariant($"update {step}") : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }
}
