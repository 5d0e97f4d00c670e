using FlowLab.Data;
using FlowLab.Energies;
using FlowLab.Engine.Models;
using FlowLab.Engine.Objectives;
using FlowLab.Optimization;

namespace FlowLab.Engine.Training;

/// <summary>Everything that one cell of an experiment is made of. The session that is built from it owns the components.</summary>
public sealed record TrainingDefinition
{
    /// <summary>The seeds in the order of the seeds axis; distinct.</summary>
    public required IReadOnlyList<int> Seeds { get; init; }

    /// <summary>q0 and the flows.</summary>
    public required FlowChain Chain { get; init; }

    /// <summary>The target of <see cref="ObjectiveKind.FreeEnergy"/>.</summary>
    public IEnergy? Energy { get; init; }

    /// <summary>The data of <see cref="ObjectiveKind.MaximumLikelihood"/>.</summary>
    public IDataset? Data { get; init; }

    /// <summary>The update rule; null only if nothing is trained.</summary>
    public IOptimizer? Optimizer { get; init; }

    /// <summary>The learning rate before the schedule's factor.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>The learning-rate schedule; null is constant.</summary>
    public ISchedule? Schedule { get; init; }

    /// <summary>What is minimised.</summary>
    public required ObjectiveSettings Objective { get; init; }

    /// <summary>Batch and updates.</summary>
    public required TrainingSettings Training { get; init; }
}
