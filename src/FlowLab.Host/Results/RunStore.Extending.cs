using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace FlowLab.Host.Results;

public sealed partial class RunStore
{
    private static readonly string[] TablesOfCells =
        ["training_curve", "results", "events", "densities", "image_sheets", "latent_points", "audit", "cell_data"];

    /// <summary>Axes in the manifest's order.</summary>
    public IReadOnlyList<string> ReadAxisNames() => Guarded(ReadAxes);

    /// <summary>
    /// Brings the cells into the order of a plan that has all of them: what is known of a cell gets its new number, and cells that are new are added.
    /// </summary>
    /// <param name="cells">The plan.</param>
    /// <param name="reopened">Numbers, in the plan, of the cells that have more to do than they had: they are not finished any more.</param>
    public void ExtendCells(IReadOnlyList<RunCell> cells, IReadOnlySet<int> reopened) => Write(() =>
    {
        Execute("PRAGMA defer_foreign_keys = ON");
        Dictionary<string, int> known = ReadCells().ToDictionary(cell => cell.Id, cell => cell.Cell.Index);
        foreach (RunCell cell in cells.Where(cell => known.GetValueOrDefault(cell.Id, cell.Index) != cell.Index))
            Renumber("cells", known[cell.Id], -1 - cell.Index);
        foreach (string table in TablesOfCells.Prepend("cells"))
            Execute($"UPDATE {table} SET cell = -1 - cell WHERE cell < 0");
        using SqlStatement insert = Statement("INSERT INTO cells VALUES($1, $2, $3, $4, $5, 0)", 5);
        foreach (RunCell cell in cells.Where(cell => !known.ContainsKey(cell.Id)))
            insert.Run(cell.Index, cell.Id, JsonSerializer.Serialize(cell.Labels), cell.SettingsJson, nameof(CellStatus.Pending));
        using SqlStatement reopen = Statement($"UPDATE cells SET status = '{nameof(CellStatus.Running)}' WHERE cell = $1", 1);
        foreach (int cell in reopened)
            reopen.Run(cell);
    });

    /// <summary>Writes what a cell is trained with from now on.</summary>
    public void SetSettings(int cell, string settings) => Write(() =>
    {
        using SqlStatement update = Statement("UPDATE cells SET settings = $2 WHERE cell = $1", 2);
        update.Run(cell, settings);
    });

    /// <summary>Takes out rows of the training curve that a longer run would not have: those of the last update, of metrics that are recorded then.</summary>
    public void DiscardAt(int cell, long step, IReadOnlyList<string> metrics) => Write(() =>
    {
        using SqlStatement delete = Statement("DELETE FROM training_curve WHERE cell = $1 AND step = $2 AND metric = $3", 3);
        foreach (string metric in metrics)
            delete.Run(cell, step, metric);
    });

    /// <summary>Takes out what is known of seeds beyond a number of updates.</summary>
    /// <param name="cell">Index of the cell.</param>
    /// <param name="seeds">The seeds that are kept as they are.</param>
    /// <param name="step">Updates that the others have made.</param>
    public void DiscardOthersAfter(int cell, IReadOnlyList<int> seeds, long step) => Write(() =>
    {
        foreach (string table in (string[])["training_curve", "events"])
        {
            using SqlStatement delete = Statement(
                FormattableString.Invariant($"DELETE FROM {table} WHERE cell = $1 AND step > $2 AND seed IS NOT NULL AND seed NOT IN ({string.Join(", ", seeds)})"), 2);
            delete.Run(cell, step);
        }
    });

    /// <summary>Takes out what is known of seeds beyond a number of updates; what is known of others stays.</summary>
    /// <param name="cell">Index of the cell.</param>
    /// <param name="seeds">The seeds.</param>
    /// <param name="step">Updates that they have made.</param>
    public void DiscardSeedsAfter(int cell, IReadOnlyList<int> seeds, long step) => Write(() =>
    {
        foreach (string table in (string[])["training_curve", "events"])
        {
            using SqlStatement delete = Statement(FormattableString.Invariant($"DELETE FROM {table} WHERE cell = $1 AND step > $2 AND seed IN ({string.Join(", ", seeds)})"), 2);
            delete.Run(cell, step);
        }
    });

    private void Renumber(string table, int from, int to)
    {
        foreach (string name in TablesOfCells.Prepend(table))
        {
            using SqlStatement update = Statement($"UPDATE {name} SET cell = $2 WHERE cell = $1", 2);
            update.Run(from, to);
        }
    }
}
