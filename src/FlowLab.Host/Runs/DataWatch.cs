using FlowLab.Engine.Cells;
using FlowLab.Host.Manifests;
using FlowLab.Host.Results;

namespace FlowLab.Host.Runs;

/// <summary>
/// Keeps a run to the data that it was started with: the database knows the values of every cell's data, and cells with the same target have the same.
/// </summary>
/// <param name="store">The database of the run.</param>
/// <param name="folder">The run folder, for messages.</param>
/// <param name="allowsChanges">Whether other data are accepted, and recorded.</param>
internal sealed class DataWatch(RunStore store, RunFolder folder, bool allowsChanges)
{
    /// <summary>What is different now, for a message; null if nothing is, or nothing is known.</summary>
    public static string? ChangeOf(IReadOnlyList<CellData> known, CellPlan cell, TrainingDefinition definition)
    {
        DataIdentity? before = Known(known, cell);
        return before is not null && DataIdentity.Of(definition.Data) is { } now ? before.ChangeTo(now) : null;
    }

    /// <summary>The data that a cell was trained on; null if nothing is known of them.</summary>
    public static DataIdentity? Known(IReadOnlyList<CellData> known, CellPlan cell)
    {
        string target = CellSettingsJson.OfTarget(cell.Manifest);
        return (known.FirstOrDefault(data => data.Cell == cell.Index) ?? known.FirstOrDefault(data => data.Target == target))?.Identity;
    }

    /// <summary>Refuses other data than those of the run; where they are allowed, says so in the events.</summary>
    public void Check(CellPlan cell, TrainingDefinition definition)
    {
        if (RequireSame(folder, store.ReadData(), cell, definition, allowsChanges) is not { } change)
            return;
        store.AppendEvent(new RunEvent(DateTimeOffset.UtcNow, cell.Index, null, null, RunEventKind.Warning, $"went on with other data, as --allow-changes says: {change}"));
    }

    /// <summary>Refuses other data than those of the run, and leaves no trace where they are allowed.</summary>
    /// <returns>What is different now; null if nothing is.</returns>
    public static string? RequireSame(RunFolder folder, IReadOnlyList<CellData> known, CellPlan cell, TrainingDefinition definition, bool allowsChanges)
    {
        string? change = ChangeOf(known, cell, definition);
        return change is null || allowsChanges ? change : throw RunErrors.OtherData(folder.Path, cell.Id, change);
    }

    /// <summary>The data that a cell's components read; null for data that its settings describe whole.</summary>
    public static CellData? DataOf(CellPlan cell, TrainingDefinition definition) =>
        DataIdentity.Of(definition.Data) is { } identity ? new CellData(cell.Index, CellSettingsJson.OfTarget(cell.Manifest), identity) : null;

    /// <summary>Writes which data a cell is trained on from now on.</summary>
    public void Record(CellPlan cell, TrainingDefinition definition)
    {
        if (DataOf(cell, definition) is { } data)
            store.WriteData(data);
    }
}
