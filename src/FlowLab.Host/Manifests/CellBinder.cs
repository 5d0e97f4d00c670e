using System.Text.Json;
using FlowLab.Engine.Cells;
using FlowLab.Engine.Evaluation;
using FlowLab.Engine.Latents;
using FlowLab.Engine.Models;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Manifests;

/// <summary>Binds and checks one cell.</summary>
internal sealed class CellBinder(PluginCatalog catalog, FaultCollector faults)
{
    private readonly SettingsBinder _binder = new(faults);

    private ComponentBinder Components => field ??= new ComponentBinder(catalog, faults, _binder);

    /// <summary>The cell; null after a fault without which there is none. Other faults leave a cell that must not be run.</summary>
    public CellManifest? Bind(CellDraft draft)
    {
        faults.Origins = draft.Origins;
        CellManifest? cell = Bind(ManifestValue.From(draft.Document));
        faults.Origins = [];
        return cell;
    }

    private CellManifest? Bind(ManifestValue root)
    {
        _binder.CheckKeys(root, ManifestSections.All);
        ManifestValue target = root.Child(ManifestSections.Target), optimizer = root.Child(ManifestSections.Optimizer);
        ComponentSelection? boundTarget = target.Exists ? Components.BindTarget(target) : null;
        ComponentSelection? update = Components.BindOptimizer(optimizer);
        var objective = Bind<ObjectiveSettings>(ManifestSections.ObjectiveModel, root.Child(ManifestSections.Objective));
        var training = Bind<TrainingSettings>(ManifestSections.TrainingModel, root.Child(ManifestSections.Training));
        ManifestValue model = root.Child(ManifestSections.Model);
        LatentSettings? latent = model.Exists && model.Kind != JsonValueKind.Null ? Bind<LatentSettings>(ManifestSections.LatentModel, model) : null;
        IReadOnlyList<ComponentSelection> flow = BindFlow(root.Child(ManifestSections.Flow));
        var cell = new CellParts(boundTarget, target.Exists, latent, flow, root.Child(ManifestSections.Base).Exists, objective, training);
        new ObjectiveCheck(faults).Check(cell);
        new ModelCheck(faults).Check(cell);
        return Assemble(root, cell, update, Components.BindSchedule(optimizer.Child("schedule")));
    }

    private CellManifest? Assemble(ManifestValue root, CellParts parts, ComponentSelection? optimizer, ComponentSelection? schedule)
    {
        var @base = Bind<BaseSettings>(ManifestSections.BaseModel, root.Child(ManifestSections.Base));
        var evaluation = Bind<EvaluationSettings>(ManifestSections.EvaluationModel, root.Child(ManifestSections.Evaluation));
        new BaseCheck(faults).Check(@base, parts);
        double learningRate = BindLearningRate(root.Child(ManifestSections.Optimizer));
        if (optimizer is null || schedule is null)
            return null;
        return new CellManifest
        {
            Target = parts.Target,
            Model = parts.Model,
            Base = @base,
            Flow = parts.Flow,
            Objective = parts.Objective,
            Optimizer = optimizer,
            LearningRate = learningRate,
            Schedule = schedule,
            Training = parts.Training,
            Evaluation = evaluation,
        };
    }

    private IReadOnlyList<ComponentSelection> BindFlow(ManifestValue flow)
    {
        if (flow.Kind == JsonValueKind.Array)
            return [.. flow.Elements().Select(Components.BindSegment).OfType<ComponentSelection>()];
        if (flow.Exists)
            _binder.RefuseType(flow, "a list [ ] of segments { \"type\": ..., ... }");
        return [];
    }

    /// <summary>The optimizer's other keys belong to its component, which checks them.</summary>
    private double BindLearningRate(ManifestValue optimizer)
    {
        ManifestValue known = optimizer.Kind == JsonValueKind.Object ? optimizer : optimizer with { Exists = false };
        var settings = (LearningRateSettings)_binder.Bind(ManifestSections.LearningRateModel, known, [.. known.Keys]);
        return settings.LearningRate;
    }

    private T Bind<T>(SettingsModel model, ManifestValue value) => (T)_binder.Bind(model, value);
}
