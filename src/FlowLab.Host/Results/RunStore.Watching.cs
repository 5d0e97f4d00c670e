using FlowLab.Engine.Evaluation;
using Microsoft.Data.Sqlite;

namespace FlowLab.Host.Results;

/// <summary>What is asked again and again while a run goes on: in small parts, without reading what is not shown.</summary>
public sealed partial class RunStore
{
    /// <summary>Opens the database of a run for reading, without looking through all of it first.</summary>
    public static RunStore OpenToWatch(RunFolder folder) => OpenForReading(folder, looksThrough: false);

    /// <summary>A number that changes whenever somebody else has written.</summary>
    public long DataVersion => Guarded(() => Scalar("PRAGMA data_version"));

    /// <summary>As <see cref="Read"/>, without curves and pictures.</summary>
    public RunResults ReadFigures() => Guarded(() =>
    {
        using SqliteTransaction snapshot = _connection.BeginTransaction(deferred: true);
        IReadOnlyList<MetricDescription> descriptions = ReadDescriptions();
        var metrics = descriptions.ToDictionary(metric => metric.Name);
        CellResults[] cells = [.. ReadCells().Select(cell => cell with
        {
            Metrics = ReadMetrics(cell.Cell.Index, metrics),
            Audit = HasAudit ? ReadAudit(cell.Cell.Index) : [],
        })];
        return new RunResults(ReadEnvironment(), ReadAxes(), descriptions, cells, ReadEvents());
    });

    /// <summary>How far the run has come, from a few rows.</summary>
    internal RunDigest ReadDigest() => Guarded(() =>
    {
        string device = Query("SELECT value FROM environment WHERE key = 'Device'", row => row.GetString(0)).FirstOrDefault("");
        string contradictions = HasAudit ? "(SELECT count(*) FROM audit WHERE severity = 'Failure')" : "0";
        return Query(
            $"""
            SELECT count(*), coalesce(sum(status = 'Finished'), 0), coalesce(sum(status = 'Failed'), 0), coalesce(sum(updates_done), 0),
                coalesce(sum(json_extract(settings, '$.training.updates')), 0), coalesce(max(json_array_length(settings, '$.seeds')), 0),
                (SELECT count(*) FROM events WHERE kind IN ('SeedStopped', 'CellFailed')) + {contradictions}
            FROM cells
            """,
            row => new RunDigest(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt64(3), row.GetInt64(4), row.GetInt32(5), row.GetInt64(6), device)).Single();
    });

    /// <summary>What the training curve of a cell holds.</summary>
    public IReadOnlyList<string> ReadCurveMetrics(int cell) => Guarded(() => Query(
        """
        WITH RECURSIVE names(name) AS (
            SELECT min(metric) FROM training_curve WHERE cell = $1
            UNION ALL SELECT (SELECT min(metric) FROM training_curve WHERE cell = $1 AND metric > name) FROM names WHERE name IS NOT NULL)
        SELECT name FROM names WHERE name IS NOT NULL
        """,
        row => row.GetString(0), cell));

    /// <summary>A curve at so many updates as a screen can show; every seed costs a few steps down the tree of the table, not a walk through its rows.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="metric">What was recorded.</param>
    /// <param name="most">The most updates that are looked at, the last one always among them.</param>
    internal CurveSample ReadCurve(int cell, string metric, int most) => Guarded(() =>
    {
        using SqliteTransaction snapshot = _connection.BeginTransaction(deferred: true);
        int[] seeds = [.. SeedsOf(cell, metric)];
        if (seeds.Length == 0)
            return CurveSample.Empty;
        List<long> all = Query(
            "SELECT step FROM training_curve WHERE cell = $1 AND metric = $2 AND seed = $3 ORDER BY step", row => row.GetInt64(0), cell, metric, seeds[0]);
        int stride = (all.Count + most - 1) / most;
        long[] steps = [.. all.Where((_, index) => index % stride == 0 || index == all.Count - 1)];
        using SqlStatement values = Statement(
            FormattableString.Invariant($"SELECT step, value FROM training_curve WHERE cell = $1 AND metric = $2 AND seed = $3 AND step IN ({string.Join(',', steps)})"), 3);
        return new CurveSample(steps, [.. seeds.Select(seed => ValuesAt(steps, values.Read(cell, metric, seed)))]);
    });

    /// <summary>Densities and sheets that cells have drawn, without their pixels.</summary>
    internal IReadOnlyList<DrawnPicture> ReadPictures() => Guarded(() => (IReadOnlyList<DrawnPicture>)
    [
        .. Query("SELECT id, cell, name, seed FROM densities ORDER BY cell, id", row => new DrawnPicture(IsDensity: true, row.GetInt64(0), row.GetInt32(1), row.GetString(2), SqlValue.Int32(row, 3))),
        .. HasPictures
            ? Query("SELECT id, cell, label, seed FROM image_sheets WHERE count > 0 ORDER BY cell, id",
                row => new DrawnPicture(IsDensity: false, row.GetInt64(0), row.GetInt32(1), row.GetString(2), row.GetInt32(3)))
            : [],
    ]);

    /// <summary>A density; null if there is none of that number.</summary>
    public DensityImage? ReadDensity(long id) => Guarded(() => Query(
        "SELECT name, seed, minimum, maximum, resolution, \"values\" FROM densities WHERE id = $1", Image, id).FirstOrDefault());

    /// <summary>A sheet of pictures; null if there is none of that number.</summary>
    public ImageSheet? ReadSheet(long id) => Guarded(() => HasPictures
        ? Query("SELECT seed, kind, label, channels, height, width, count, pixels FROM image_sheets WHERE id = $1", Sheet, id).FirstOrDefault()
        : null);

    private List<int> SeedsOf(int cell, string metric) => Query(
        """
        WITH RECURSIVE seeds(seed) AS (
            SELECT min(seed) FROM training_curve WHERE cell = $1 AND metric = $2
            UNION ALL SELECT (SELECT min(later.seed) FROM training_curve AS later WHERE later.cell = $1 AND later.metric = $2 AND later.seed > seeds.seed)
                FROM seeds WHERE seeds.seed IS NOT NULL)
        SELECT seed FROM seeds WHERE seed IS NOT NULL
        """,
        row => row.GetInt32(0), cell, metric);

    private static double[] ValuesAt(long[] steps, SqliteDataReader reader)
    {
        double[] values = new double[steps.Length];
        Array.Fill(values, double.NaN);
        using (reader)
            while (reader.Read())
                values[Array.BinarySearch(steps, reader.GetInt64(0))] = SqlValue.Double(reader, 1);
        return values;
    }
}
