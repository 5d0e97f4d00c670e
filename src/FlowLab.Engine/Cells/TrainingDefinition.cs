using FlowLab.Data;
using FlowLab.Energies;
using FlowLab.Engine.Latents;
using FlowLab.Engine.Memory;
using FlowLab.Engine.Models;
using FlowLab.Optimization;

namespace FlowLab.Engine.Cells;

/// <summary>Everything that one cell of an experiment is made of. The session that is built from it owns the components.</summary>
public sealed record TrainingDefinition
{
    /// <summary>The seeds in the order of the seeds axis; distinct.</summary>
    public required IReadOnlyList<int> Seeds { get; init; }

    /// <summary>q0 and the flows.</summary>
    public required FlowChain Chain { get; init; }

    /// <summary>The model of the data whose posterior the chain is; null if the chain is fitted itself.</summary>
    public LatentModel? Latent { get; init; }

    /// <summary>The target of <see cref="ObjectiveKind.FreeEnergy"/>.</summary>
    public IEnergy? Energy { get; init; }

    /// <summary>The data of <see cref="ObjectiveKind.MaximumLikelihood"/>, or of the latent model.</summary>
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

    /// <summary>Parameters per seed, P.</summary>
    public int ParameterCount => Latent?.ParameterCount ?? Chain.ParameterCount;

    /// <summary>The named parts of a seed's parameters.</summary>
    public IReadOnlyList<NamedTensor> Tensors => Latent?.Tensors ?? [.. Chain.TensorsOf(Flows.ParameterScope.Global)];

    /// <summary>Initial parameters of all seeds, [R, P]; also draws the constants of every flow.</summary>
    public float[] Initialize(ComponentTurns? turns = null) => Latent?.Initialize(Seeds, turns) ?? Chain.Initialize(Seeds, turns);

    /// <summary>Disposes the chain, and the latent model around it.</summary>
    public void DisposeModel()
    {
        if (Latent is not null)
            Latent.Dispose();
        else
            Chain.Dispose();
    }

    /// <summary>The name of a parameter, for messages.</summary>
    public string NameOf(int parameter) => Latent?.NameOf(parameter) ?? Chain.NameOf(Flows.ParameterScope.Global, parameter);
}
