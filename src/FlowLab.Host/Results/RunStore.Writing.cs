using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using FlowLab.Engine.Auditing;
using FlowLab.Engine.Evaluation;
using Microsoft.Data.Sqlite;

namespace FlowLab.Host.Results;

public sealed partial class RunStore
{
    /// <summary>Replaces what is known about machine and versions.</summary>
    public void WriteEnvironment(IReadOnlyList<KeyValuePair<string, string>> environment) => Write(() =>
    {
        using SqlStatement clear = Statement("DELETE FROM environment", 0);
        clear.Run();
        using SqlStatement insert = Statement("INSERT INTO environment VALUES($1, $2, $3)", 3);
        for (int position = 0; position < environment.Count; position++)
            insert.Run(position, environment[position].Key, environment[position].Value);
    });

    /// <summary>Writes the axes and cells of a new experiment.</summary>
    /// <param name="axes">Names of the sweep's axes in the manifest's order.</param>
    /// <param name="cells">The plan.</param>
    public void RegisterCells(IReadOnlyList<string> axes, IReadOnlyList<RunCell> cells) => Write(() => InsertCells(axes, cells));

    /// <summary>Describes metrics of the training curve, which have no final number that would describe them.</summary>
    public void DescribeMetrics(IEnumerable<MetricDescription> metrics) => Write(() => Describe(metrics));

    /// <summary>Writes what happened since the last checkpoint of a cell, in one transaction with the number of updates done.</summary>
    /// <param name="cell">Index of the cell.</param>
    /// <param name="updatesDone">Updates at this checkpoint.</param>
    /// <param name="points">The training curve since the last one.</param>
    /// <param name="events">Events since the last one, each with this cell and its step.</param>
    public void AppendCheckpoint(int cell, long updatesDone, IEnumerable<CurvePoint> points, IEnumerable<RunEvent> events) => Write(() =>
    {
        SetProgress(cell, CellStatus.Running, updatesDone);
        InsertRows(cell, points, events);
    });

    /// <summary>Writes what happened since the last checkpoint of seeds that are trained after the others; how far the cell has come stays as it is.</summary>
    public void AppendRows(int cell, IEnumerable<CurvePoint> points, IEnumerable<RunEvent> events) => Write(() => InsertRows(cell, points, events));

    private void InsertRows(int cell, IEnumerable<CurvePoint> points, IEnumerable<RunEvent> events)
    {
        using SqlStatement insert = Statement("INSERT OR REPLACE INTO training_curve(cell, metric, seed, step, value) VALUES($1, $2, $3, $4, $5)", 5);
        foreach (CurvePoint point in points)
            insert.Run(cell, point.Metric, point.Seed, point.Step, SqlValue.Of(point.Value));
        InsertEvents(events);
    }

    /// <summary>Writes that a cell failed, and why; what its checkpoints hold stays.</summary>
    public void FailCell(int cell, RunEvent reason) => Write(() =>
    {
        using SqlStatement update = Statement("UPDATE cells SET status = $2 WHERE cell = $1", 2);
        update.Run(cell, nameof(CellStatus.Failed));
        InsertEvents([reason]);
    });

    /// <summary>Writes an event that belongs to no checkpoint.</summary>
    public void AppendEvent(RunEvent runEvent) => Write(() => InsertEvents([runEvent]));

    /// <summary>
    /// Goes back to a checkpoint: takes out the cell's curve and events beyond <paramref name="step"/> updates, and any final
    /// numbers and pictures, so that the resumed run ends with the rows of one that was never stopped.
    /// </summary>
    /// <param name="cell">Index of the cell.</param>
    /// <param name="step">Updates at the checkpoint.</param>
    /// <param name="seeds">The seeds that the checkpoint has; null: all. What is known of others stays.</param>
    public void DiscardAfter(int cell, long step, IReadOnlyList<int>? seeds = null) => Write(() =>
    {
        string ofSeeds = seeds is null ? "" : $" AND (seed IS NULL OR seed IN ({string.Join(", ", seeds)}))";
        SetProgress(cell, step == 0 ? CellStatus.Pending : CellStatus.Running, step);
        foreach (string table in (string[])["training_curve", "events"])
        {
            using SqlStatement delete = Statement($"DELETE FROM {table} WHERE cell = $1 AND step > $2{ofSeeds}", 2);
            delete.Run(cell, step);
        }
        DeleteResults(cell);
    });

    /// <summary>Writes the final numbers and pictures of a cell and marks it finished, all in one transaction.</summary>
    public void SaveResults(
        int cell, long updatesDone, IReadOnlyList<SeedMetric> metrics, IEnumerable<RunDensity> densities, IEnumerable<RunImages>? images = null,
        IEnumerable<RunLatents>? latents = null, IReadOnlyList<AuditFinding>? audit = null) => Write(() =>
    {
        SetProgress(cell, CellStatus.Finished, updatesDone);
        DeleteResults(cell);
        Describe(metrics.Select(metric => metric.Metric).Distinct());
        using SqlStatement insert = Statement("INSERT INTO results(cell, metric, seed, value, reason) VALUES($1, $2, $3, $4, $5)", 5);
        foreach (SeedMetric metric in metrics)
            insert.Run(cell, metric.Metric.Name, metric.Seed, SqlValue.Of(metric.Value), metric.Reason);
        InsertDensities(cell, densities);
        InsertImages(cell, images ?? []);
        InsertLatents(cell, latents ?? []);
        InsertAudit(cell, audit ?? []);
    });

    private static void InsertRow(SqlStatement insert, RunCell cell) =>
        insert.Run(cell.Index, cell.Id, JsonSerializer.Serialize(cell.Labels), cell.SettingsJson, nameof(CellStatus.Pending));

    private void InsertCells(IReadOnlyList<string> axes, IReadOnlyList<RunCell> cells)
    {
        using SqlStatement insertAxis = Statement("INSERT INTO axes VALUES($1, $2)", 2);
        for (int position = 0; position < axes.Count; position++)
            insertAxis.Run(position, axes[position]);
        using SqlStatement insertCell = Statement("INSERT INTO cells VALUES($1, $2, $3, $4, $5, 0)", 5);
        foreach (RunCell cell in cells)
            InsertRow(insertCell, cell);
    }

    private void Describe(IEnumerable<MetricDescription> metrics)
    {
        const string Insert = """
            INSERT INTO metric_descriptions
            SELECT count(*), $1, $2, $3, $4, $5 FROM metric_descriptions WHERE true
            ON CONFLICT(name) DO UPDATE SET label = $2, unit = $3, kind = $4, lower_is_better = $5
            """;
        using SqlStatement insert = Statement(Insert, 5);
        foreach (MetricDescription metric in metrics)
            insert.Run(metric.Name, metric.Label, metric.Unit, metric.Kind.ToString(), SqlValue.Of(metric.LowerIsBetter));
    }

    private void SetProgress(int cell, CellStatus status, long updatesDone)
    {
        using SqlStatement update = Statement("UPDATE cells SET status = $2, updates_done = $3 WHERE cell = $1", 3);
        if (update.Run(cell, status.ToString(), updatesDone) == 0)
            throw RunErrors.UnknownCell(_file, cell);
    }

    private void DeleteResults(int cell)
    {
        foreach (string table in (string[])["results", "densities", "image_sheets", "latent_points", "audit"])
        {
            using SqlStatement delete = Statement($"DELETE FROM {table} WHERE cell = $1", 1);
            delete.Run(cell);
        }
    }

    private void InsertEvents(IEnumerable<RunEvent> events)
    {
        using SqlStatement insert = Statement("INSERT INTO events(utc, cell, seed, step, kind, message) VALUES($1, $2, $3, $4, $5, $6)", 6);
        foreach (RunEvent entry in events)
            insert.Run(entry.Utc.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), SqlValue.Of(entry.Cell), SqlValue.Of(entry.Seed),
                SqlValue.Of(entry.Step), entry.Kind.ToString(), entry.Message);
    }

    private void InsertDensities(int cell, IEnumerable<RunDensity> densities)
    {
        using SqlStatement insert = Statement(
            "INSERT INTO densities(cell, name, seed, minimum, maximum, resolution, \"values\") VALUES($1, $2, $3, $4, $5, $6, $7)", 7);
        foreach ((string name, int? seed, DensityImage image) in densities)
            insert.Run(cell, name, SqlValue.Of(seed), image.Minimum, image.Maximum, image.Resolution, MemoryMarshal.AsBytes(image.Values.AsSpan()).ToArray());
    }

    private SqlStatement Statement(string text, int parameters) => new(_connection, text, parameters);

    private void Write(Action write) => Guard(() => InTransaction(write));

    /// <summary>By statements: the transaction object of the library tries again and again to roll back what SQLite has rolled back by itself, as it does on a full disk.</summary>
    private void InTransaction(Action write)
    {
        Execute("BEGIN IMMEDIATE");
        try
        {
            write();
            Execute("COMMIT");
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    private void RollBack()
    {
        try
        {
            Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has done so already; that must not hide why.
        }
    }
}
