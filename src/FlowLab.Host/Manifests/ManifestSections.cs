using FlowLab.Engine.Cells;
using FlowLab.Engine.Evaluation;
using FlowLab.Engine.Latents;
using FlowLab.Engine.Models;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Manifests;

/// <summary>The keys of a manifest and the settings behind those that no plugin defines.</summary>
internal static class ManifestSections
{
    public const string Schema = "$schema";
    public const string Seeds = "seeds";
    public const string Report = "report";
    public const string Sweep = "sweep";

    /// <summary>What <c>flowlab tune</c> varies; runs do without.</summary>
    public const string Search = "search";

    public const string Target = "target";
    public const string Model = "model";
    public const string Base = "base";
    public const string Flow = "flow";
    public const string Objective = "objective";
    public const string Optimizer = "optimizer";
    public const string Training = "training";
    public const string Evaluation = "evaluation";

    /// <summary>What the optimizer is when the manifest does not say: the paper's.</summary>
    public const string DefaultOptimizer = "rmsprop";

    /// <summary>What the learning-rate schedule is when the manifest does not say.</summary>
    public const string DefaultSchedule = "constant";

    /// <summary>Keys that make up a cell: what a sweep may vary.</summary>
    public static IReadOnlyList<string> OfCell { get; } = [Target, Model, Base, Flow, Objective, Optimizer, Training, Evaluation];

    /// <summary>Keys about the experiment as a whole.</summary>
    public static IReadOnlyList<string> OfExperiment { get; } = [Schema, "name", "description", PresetApplier.PresetKey, PresetApplier.PresetsKey, Seeds, Report, Sweep, Search];

    /// <summary>Every key.</summary>
    public static IReadOnlyList<string> All { get; } = [.. OfExperiment, .. OfCell];

    public static SettingsModel ExperimentModel { get; } = SettingsModelReader.Read(typeof(ExperimentSettings));

    public static SettingsModel ReportModel { get; } = SettingsModelReader.Read(typeof(ReportSettings));

    public static SettingsModel LatentModel { get; } = SettingsModelReader.Read(typeof(LatentSettings));

    public static SettingsModel BaseModel { get; } = SettingsModelReader.Read(typeof(BaseSettings));

    public static SettingsModel ObjectiveModel { get; } = SettingsModelReader.Read(typeof(ObjectiveSettings));

    public static SettingsModel LearningRateModel { get; } = SettingsModelReader.Read(typeof(LearningRateSettings));

    public static SettingsModel TrainingModel { get; } = SettingsModelReader.Read(typeof(TrainingSettings));

    public static SettingsModel EvaluationModel { get; } = SettingsModelReader.Read(typeof(EvaluationSettings));
}
