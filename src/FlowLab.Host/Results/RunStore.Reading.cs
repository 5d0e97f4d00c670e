using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using FlowLab.Engine.Evaluation;
using Microsoft.Data.Sqlite;

namespace FlowLab.Host.Results;

public sealed partial class RunStore
{
    /// <summary>Everything the database holds, as of one moment.</summary>
    public RunResults Read() => Guarded(() =>
    {
        using SqliteTransaction snapshot = _connection.BeginTransaction(deferred: true);
        IReadOnlyList<MetricDescription> descriptions = ReadDescriptions();
        var metrics = descriptions.ToDictionary(metric => metric.Name);
        return new RunResults(ReadEnvironment(), ReadAxes(), descriptions, [.. ReadCells().Select(cell => Complete(cell, metrics))], ReadEvents());
    });

    /// <summary>The cells with how far each has come, without numbers and pictures.</summary>
    public IReadOnlyList<CellResults> ReadProgress() => Guarded(ReadCells);

    private CellResults Complete(CellResults cell, Dictionary<string, MetricDescription> metrics) => cell with
    {
        Metrics = ReadMetrics(cell.Cell.Index, metrics),
        Curve = ReadCurve(cell.Cell.Index),
        Densities = ReadDensities(cell.Cell.Index),
        Images = HasPictures ? ReadImages(cell.Cell.Index) : [],
        Latents = HasPictures ? ReadLatents(cell.Cell.Index) : [],
        Audit = HasAudit ? ReadAudit(cell.Cell.Index) : [],
    };

    private List<KeyValuePair<string, string>> ReadEnvironment() => Query(
        "SELECT key, value FROM environment ORDER BY position", row => new KeyValuePair<string, string>(row.GetString(0), row.GetString(1)));

    private IReadOnlyList<string> ReadAxes() => Query("SELECT name FROM axes ORDER BY position", row => row.GetString(0));

    private List<MetricDescription> ReadDescriptions() => Query(
        "SELECT name, label, unit, kind, lower_is_better FROM metric_descriptions ORDER BY position, name",
        row => new MetricDescription(row.GetString(0), row.GetString(1), row.GetString(2), Enumeration<MetricKind>(row.GetString(3)), SqlValue.Boolean(row, 4)));

    private IReadOnlyList<CellResults> ReadCells() => Query(
        "SELECT cell, id, labels, settings, status, updates_done FROM cells ORDER BY cell",
        row => new CellResults(
            new RunCell(row.GetInt32(0), row.GetString(1), Labels(row.GetString(2)), row.GetString(3)),
            Enumeration<CellStatus>(row.GetString(4)), row.GetInt64(5), [], [], []));

    private List<SeedMetric> ReadMetrics(int cell, Dictionary<string, MetricDescription> metrics) => Query(
        $"""
        SELECT seed, metric, value, {(HasAudit ? "reason" : "''")} FROM results JOIN metric_descriptions ON name = metric
        WHERE cell = $1 ORDER BY position, metric, seed
        """,
        row => new SeedMetric(row.GetInt32(0), metrics[row.GetString(1)], SqlValue.Double(row, 2)) { Reason = row.GetString(3) }, cell);

    private List<CurvePoint> ReadCurve(int cell) => Query(
        "SELECT seed, step, metric, value FROM training_curve WHERE cell = $1 ORDER BY metric, seed, step",
        row => new CurvePoint(row.GetInt32(0), row.GetInt64(1), string.Intern(row.GetString(2)), SqlValue.Double(row, 3)), cell);

    private List<RunDensity> ReadDensities(int cell) => Query(
        "SELECT name, seed, minimum, maximum, resolution, \"values\" FROM densities WHERE cell = $1 ORDER BY id",
        row => new RunDensity(row.GetString(0), SqlValue.Int32(row, 1), Image(row)), cell);

    private List<RunEvent> ReadEvents() => Query(
        "SELECT utc, cell, seed, step, kind, message FROM events ORDER BY id",
        row => new RunEvent(Time(row.GetString(0)), SqlValue.Int32(row, 1), SqlValue.Int32(row, 2), SqlValue.Int64(row, 3),
            Enumeration<RunEventKind>(row.GetString(4)), row.GetString(5)));

    private DensityImage Image(SqliteDataReader row)
    {
        int resolution = row.GetInt32(4);
        float[] values = MemoryMarshal.Cast<byte, float>((byte[])row.GetValue(5)).ToArray();
        return values.LongLength == (long)resolution * resolution
            ? new DensityImage(row.GetDouble(2), row.GetDouble(3), resolution, values)
            : throw RunErrors.Corrupted(_file);
    }

    private TEnum Enumeration<TEnum>(string text)
        where TEnum : struct, Enum => Enum.TryParse(text, out TEnum value) ? value : throw RunErrors.Corrupted(_file);

    private Dictionary<string, string> Labels(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [];
        }
        catch (JsonException error)
        {
            throw RunErrors.Corrupted(_file, error);
        }
    }

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private List<T> Query<T>(string text, Func<SqliteDataReader, T> read, params object[] values)
    {
        using SqlStatement statement = Statement(text, values.Length);
        using SqliteDataReader reader = statement.Read(values);
        List<T> rows = [];
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException error)
        {
            throw RunErrors.Translate(_file, error);
        }
        catch (Exception error) when (error is InvalidCastException or FormatException or OverflowException)
        {
            throw RunErrors.Corrupted(_file, error);
        }
    }
}
