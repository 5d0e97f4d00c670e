using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;
using FlowLab.Host.Results;
using FlowLab.Optimization;

namespace FlowLab.Host.Runs;

/// <summary>
/// What a plan asks for beyond what the database of a run holds: more cells, more seeds, more updates. Whatever else differs is refused, and so is what
/// could not end with the bytes of a run that was planned so from the start.
/// </summary>
internal sealed class RunExtension
{
    private readonly ExperimentPlan _plan;
    private readonly string _file;
    private readonly bool _allowsChanges;
    private readonly Func<CellManifest, ISchedule> _scheduleOf;
    private readonly Dictionary<string, CellResults> _known;
    private readonly List<(CellPlan Cell, string Change)> _rebuilt = [];
    private readonly HashSet<int> _extended = [];

    private RunExtension(ExperimentPlan plan, IReadOnlyList<CellResults> known, string file, bool allowsChanges, Func<CellManifest, ISchedule> scheduleOf)
    {
        (_plan, _file, _allowsChanges, _scheduleOf) = (plan, file, allowsChanges, scheduleOf);
        _known = known.ToDictionary(cell => cell.Id);
    }

    /// <summary>Cells whose checkpoints are to be brought over to the plan's settings, by the plan's numbers.</summary>
    public IReadOnlySet<int> Extended => _extended;

    /// <summary>Cells that go on with another build of a plugin than they were begun with, and what changed.</summary>
    public IReadOnlyList<(CellPlan Cell, string Change)> Rebuilt => _rebuilt;

    /// <summary>Compares a plan with what is known.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="axes">The axes that the database has.</param>
    /// <param name="known">Its cells.</param>
    /// <param name="file">The database, for messages.</param>
    /// <param name="allowsChanges">Whether cells that are not finished may go on with other builds of their plugins.</param>
    /// <param name="scheduleOf">Builds the learning-rate schedule of a cell.</param>
    /// <exception cref="RunException">The plan is not the run's, nor an extension of it.</exception>
    public static RunExtension Find(
        ExperimentPlan plan, IReadOnlyList<string> axes, IReadOnlyList<CellResults> known, string file, bool allowsChanges, Func<CellManifest, ISchedule> scheduleOf)
    {
        if (!axes.SequenceEqual(plan.Axes))
            throw RunErrors.OtherCells(file, $"its axes are [{string.Join(", ", axes)}], not [{string.Join(", ", plan.Axes)}]");
        if (known.FirstOrDefault(cell => plan.Cells.All(planned => planned.Id != cell.Id)) is { } lost)
            throw RunErrors.OtherCells(file, $"it has a cell '{lost.Id}', which is not among those asked for");
        RunExtension extension = new(plan, known, file, allowsChanges, scheduleOf);
        foreach (CellPlan cell in plan.Cells)
            if (extension._known.TryGetValue(cell.Id, out CellResults? before))
                extension.Compare(cell, before);
        return extension;
    }

    private void Compare(CellPlan cell, CellResults before)
    {
        string now = CellSettingsJson.Of(cell.Manifest, _plan.Seeds);
        if (SettingsChange.Find(before.Cell.SettingsJson, now) is not { } change)
            return;
        if (SettingsParts.Of(before.Cell.SettingsJson) is not { } old || SettingsParts.Of(now) is not { } asked || !System.Text.Json.Nodes.JsonNode.DeepEquals(old.Rest, asked.Rest))
            throw RunErrors.OtherCells(_file, $"cell '{cell.Id}' is not what it was: {change}");
        bool isLonger = old.Updates != asked.Updates || !old.Seeds.SequenceEqual(asked.Seeds);
        bool isRebuilt = asked.Builds.Any(build => old.Builds.GetValueOrDefault(build.Key) != build.Value);
        if (isRebuilt && (isLonger || before.Status != CellStatus.Finished))
            CheckBuilds(cell, before, asked, change);
        if (isLonger)
            CheckLonger(cell, before, old, asked);
        if (isLonger)
            _extended.Add(cell.Index);
    }

    /// <summary>A finished cell keeps what it was trained with. Another one may take a new build if nothing that it would stand beside has the old one.</summary>
    private void CheckBuilds(CellPlan cell, CellResults before, SettingsParts now, string change)
    {
        if (!_allowsChanges && (before.UpdatesDone > 0 || _known.Values.Any(other => other.Status == CellStatus.Finished && HasOtherBuild(other, now))))
            throw RunErrors.OtherCells(_file, $"cell '{cell.Id}' is not what it was: {change}");
        _rebuilt.Add((cell, change));
    }

    private static bool HasOtherBuild(CellResults finished, SettingsParts now) =>
        SettingsParts.Of(finished.Cell.SettingsJson) is { } parts && parts.Builds.Any(build => now.Builds.TryGetValue(build.Key, out string? other) && other != build.Value);

    private void CheckLonger(CellPlan cell, CellResults before, SettingsParts old, SettingsParts now)
    {
        if (old.Seeds.Except(now.Seeds).ToArray() is { Length: > 0 } left)
            throw RunErrors.CannotExtend(_file, cell.Id, FormattableString.Invariant($"seed {left[0]} would be left out; seeds can be added only"));
        if (now.Updates < before.UpdatesDone)
            throw RunErrors.CannotExtend(_file, cell.Id, FormattableString.Invariant($"it has {before.UpdatesDone} updates already, and {now.Updates} are asked for"));
        if (before.UpdatesDone == 0)
            return;
        if (cell.Manifest.Training.OnFault == Engine.Cells.FaultAction.Rollback)
            throw RunErrors.CannotExtend(_file, cell.Id, "training.onFault is rollback: what a seed goes back to depends on when the run looked");
        CheckSchedule(cell, before, old, now);
    }

    /// <summary>The updates made so far must have had the rates that they would have had in the longer run.</summary>
    private void CheckSchedule(CellPlan cell, CellResults before, SettingsParts old, SettingsParts now)
    {
        ISchedule schedule = _scheduleOf(cell.Manifest);
        if (FirstOtherRate(schedule, before.UpdatesDone, old.Updates, now.Updates) is not { } update)
            return;
        double had = schedule.Factor(update, old.Updates), wanted = schedule.Factor(update, now.Updates);
        throw RunErrors.CannotExtend(_file, cell.Id, FormattableString.Invariant(
            $"the schedule {cell.Manifest.Schedule.Component.Name} depends on the number of all updates: update {update + 1} had {had:0.######} of the learning rate, and would have {wanted:0.######} of it with {now.Updates} updates instead of {old.Updates}"));
    }

    /// <summary>The first of the updates made so far whose learning rate would be another one in the longer run; null if there is none.</summary>
    /// <param name="schedule">The schedule; null is a constant rate.</param>
    /// <param name="done">Updates made.</param>
    /// <param name="planned">Updates that they were made for.</param>
    /// <param name="wanted">Updates that are wanted now.</param>
    public static long? FirstOtherRate(ISchedule? schedule, long done, long planned, long wanted)
    {
        for (long update = 0; schedule is not null && update < done; update++)
            if (schedule.Factor(update, planned) != schedule.Factor(update, wanted))
                return update;
        return null;
    }
}
