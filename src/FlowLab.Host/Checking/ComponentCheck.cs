using System.Text.Json.Nodes;
using FlowLab.Data;
using FlowLab.Energies;
using FlowLab.Flows;
using FlowLab.Host.Plugins;
using FlowLab.Optimization;
using FlowLab.Plugins;
using FlowLab.Testing.Bench;
using FlowLab.Testing.Datasets;
using FlowLab.Testing.Energies;
using FlowLab.Testing.Flows;
using FlowLab.Testing.Laws;
using FlowLab.Testing.Optimizers;
using FlowLab.Testing.Schedules;

namespace FlowLab.Host.Checking;

/// <summary>Tries the laws of its kind on a component, with its defaults and with every other word of its choices.</summary>
/// <param name="component">The component.</param>
/// <param name="stated">What the command line says of its settings.</param>
/// <param name="laws">Names of the laws to try; empty: all.</param>
internal sealed class ComponentCheck(PluginComponent component, JsonObject stated, IReadOnlyList<string> laws)
{
    private readonly Lock _lock = new();
    private IReadOnlyList<CheckPiece>? _pieces;
    private string? _obstacle;
    private bool _isTried;

    /// <summary>The component with each of its settings, in the order in which they are tried.</summary>
    public IReadOnlyList<CheckPiece> Pieces => _pieces ??= [.. SettingsVariants.Of(component, stated).Select(variant => new CheckPiece(this, variant.Label, variant.Settings))];

    /// <summary>The component.</summary>
    public PluginComponent Component => component;

    /// <summary>Names of the laws of a kind.</summary>
    public static IReadOnlyList<string> LawsOf(string kind) => kind switch
    {
        ComponentKinds.Flow => [.. FlowLaws.All.Select(law => law.Name)],
        ComponentKinds.Energy => [.. EnergyLaws.All.Select(law => law.Name)],
        ComponentKinds.Dataset => [.. DatasetLaws.All.Select(law => law.Name)],
        ComponentKinds.Optimizer => [.. OptimizerLaws.All.Select(law => law.Name)],
        ComponentKinds.Schedule => [.. ScheduleLaws.All.Select(law => law.Name)],
        _ => [],
    };

    /// <summary>Tries the laws with the settings of a piece, one after the other; what the command line says being refused, the first piece says so for all.</summary>
    public IEnumerable<CheckedLaw> Run(CheckBench bench, CheckPiece piece)
    {
        if (FindObstacle(bench) is { } obstacle)
            return piece.Label.Length == 0 ? [new CheckedLaw(component.Name, bench.Name, NotBuilt(obstacle))] : [];
        return Run(bench, piece.Title, piece.Label.Length > 0, piece.Settings).Select(report => new CheckedLaw(piece.Title, bench.Name, report));
    }

    private static LawReport NotBuilt(string obstacle) => new("built", LawVerdict.NotOffered, 0, default, 0) { Reason = obstacle };

    private IEnumerable<LawReport> Run(CheckBench bench, string title, bool isBrief, JsonObject settings) =>
        FindObstacle(bench, settings) is { } obstacle
            ? [NotBuilt(obstacle)]
            : component.Kind switch
            {
                ComponentKinds.Flow => Run(FlowLaws.All, FlowOf(bench, title, isBrief, settings), bench.Laws),
                ComponentKinds.Energy => Run(EnergyLaws.All, new EnergySubject(component.Name, _ => Build<IEnergy>(bench, settings)), bench.Laws),
                ComponentKinds.Dataset => Run(DatasetLaws.All, new DatasetSubject(component.Name, _ => Build<IDataset>(bench, settings)), bench.Laws),
                ComponentKinds.Optimizer => Run(OptimizerLaws.All, new OptimizerSubject(component.Name, _ => Build<IOptimizer>(bench, settings)), bench.Laws),
                ComponentKinds.Schedule => Run(ScheduleLaws.All, new ScheduleSubject(component.Name, () => Build<ISchedule>(bench, settings)), bench.Laws),
                _ => [],
            };

    private IEnumerable<LawReport> Run<TSubject, TCase>(IReadOnlyList<ILaw<TSubject, TCase>> all, TSubject subject, LawBench bench)
        where TCase : ILawCase<TCase> =>
        all.Where(law => laws.Count == 0 || laws.Contains(law.Name)).Select(law => LawRunner.Run(law, subject, bench));

    private FlowSubject FlowOf(CheckBench bench, string title, bool isBrief, JsonObject settings) => new(
        title, (shape, length, _) => bench.Create<IFlow>(component, CheckSettings.Bind(component, settings, length), shape)) { IsBrief = isBrief };

    private T Build<T>(CheckBench bench, JsonObject settings)
        where T : class => bench.Create<T>(component, CheckSettings.Bind(component, settings));

    /// <summary>Why the component cannot be built with what the command line says; the same for all pieces, which several workers may have.</summary>
    private string? FindObstacle(CheckBench bench)
    {
        lock (_lock)
        {
            if (!_isTried)
                _obstacle = FindObstacle(bench, stated);
            _isTried = true;
            return _obstacle;
        }
    }

    /// <summary>Settings that only a user can state, and data files that are not there, are nothing that a component can be blamed for.</summary>
    private string? FindObstacle(CheckBench bench, JsonObject settings)
    {
        try
        {
            CheckSettings.Bind(component, settings);
            if (component.Kind == ComponentKinds.Dataset)
                Build<IDataset>(bench, settings).Dispose();
            return null;
        }
        catch (Exception refusal) when (refusal is FlowLabException or ComponentSettingsException)
        {
            return refusal.Message;
        }
#pragma warning disable CA1031 // A constructor that fails is a finding of the laws.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
