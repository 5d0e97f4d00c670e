using System.Text.Json;
using FlowLab.Engine.Auditing;

namespace FlowLab.Host.Results;

/// <summary>What the audit found, and which data cells were trained on.</summary>
public sealed partial class RunStore
{
    private bool HasAudit => _layout >= 3;

    /// <summary>The data that every cell was trained on, as far as it is known.</summary>
    public IReadOnlyList<CellData> ReadData() => HasAudit
        ? Guarded(() => Query(
            "SELECT cell, target, protocol, fingerprint FROM cell_data ORDER BY cell",
            row => new CellData(row.GetInt32(0), row.GetString(1), new DataIdentity(row.GetString(2), row.GetString(3)))))
        : [];

    /// <summary>Writes which data a cell is trained on.</summary>
    public void WriteData(CellData data) => Write(() =>
    {
        using SqlStatement insert = Statement("INSERT OR REPLACE INTO cell_data(cell, target, protocol, fingerprint) VALUES($1, $2, $3, $4)", 4);
        insert.Run(data.Cell, data.Target, data.Identity.Protocol, data.Identity.Fingerprint);
    });

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
