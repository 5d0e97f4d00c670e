using System.Text.Json;
using FlowLab.Data;
using FlowLab.Engine.Auditing;
using Microsoft.Data.Sqlite;

namespace FlowLab.Host.Results;

/// <summary>What the audit found, and which data cells were trained on.</summary>
public sealed partial class RunStore
{
    private bool HasAudit => _layout >= 3;

    private bool HasShapes => _layout >= 4;

    /// <summary>The data that every cell was trained on, as far as it is known.</summary>
    public IReadOnlyList<CellData> ReadData() => HasAudit
        ? Guarded(() => Query(
            $"SELECT cell, target, protocol, fingerprint{(HasShapes ? ", channels, height, width, kind" : "")} FROM cell_data ORDER BY cell",
            row => new CellData(row.GetInt32(0), row.GetString(1), IdentityOf(row))))
        : [];

    /// <summary>Writes which data a cell is trained on.</summary>
    public void WriteData(CellData data) => Write(() =>
    {
        using SqlStatement insert = Statement("INSERT OR REPLACE INTO cell_data(cell, target, protocol, fingerprint, channels, height, width, kind) VALUES($1, $2, $3, $4, $5, $6, $7, $8)", 8);
        PointShape? shape = data.Identity.Shape;
        insert.Run(data.Cell, data.Target, data.Identity.Protocol, data.Identity.Fingerprint, SqlValue.Of(shape?.Channels), SqlValue.Of(shape?.Height), SqlValue.Of(shape?.Width), (object?)data.Identity.Values?.ToString() ?? DBNull.Value);
    });

    private DataIdentity IdentityOf(SqliteDataReader row)
    {
        DataIdentity identity = new(row.GetString(2), row.GetString(3));
        return !HasShapes || row.IsDBNull(4) || !Enum.TryParse(row.GetString(7), out PointValues values)
            ? identity
            : identity with { Shape = new PointShape(row.GetInt32(4), row.GetInt32(5), row.GetInt32(6)), Values = values };
    }

    private void InsertAudit(int cell, IReadOnlyList<AuditFinding> findings)
    {
        using SqlStatement insert = Statement("INSERT INTO audit(cell, position, number, seed, severity, metrics, message) VALUES($1, $2, $3, $4, $5, $6, $7)", 7);
        for (int position = 0; position < findings.Count; position++)
        {
            AuditFinding finding = findings[position];
            insert.Run(cell, position, finding.Number, finding.Seed, finding.Severity.ToString(), JsonSerializer.Serialize(finding.Metrics), finding.Message);
        }
    }

    private List<AuditFinding> ReadAudit(int cell) => Query(
        "SELECT number, seed, severity, metrics, message FROM audit WHERE cell = $1 ORDER BY position",
        row => new AuditFinding(row.GetString(0), row.GetInt32(1), Enumeration<AuditSeverity>(row.GetString(2)), Names(row.GetString(3)), row.GetString(4)), cell);

    private string[] Names(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<string[]>(json) ?? [];
        }
        catch (JsonException error)
        {
            throw RunErrors.Corrupted(_file, error);
        }
    }
}
