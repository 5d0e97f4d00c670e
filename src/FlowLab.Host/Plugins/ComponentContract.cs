using FlowLab.Data;
using FlowLab.Energies;
using FlowLab.Flows;
using FlowLab.Optimization;
using FlowLab.Plugins;

namespace FlowLab.Host.Plugins;

/// <summary>What a kind of component has to implement, and which of its manifest keys are not settings.</summary>
/// <param name="Kind">One of <see cref="ComponentKinds"/>.</param>
/// <param name="Interface">The interface that its class implements.</param>
/// <param name="ReservedKeys">Keys beside its settings that belong to the manifest.</param>
public sealed record ComponentContract(string Kind, Type Interface, IReadOnlyList<string> ReservedKeys)
{
    /// <summary>Every kind, in the order of listings.</summary>
    public static IReadOnlyList<ComponentContract> All { get; } =
    [
        new(ComponentKinds.Flow, typeof(IFlow), ["type", "parameters"]),
        new(ComponentKinds.Energy, typeof(IEnergy), ["type", "name"]),
        new(ComponentKinds.Dataset, typeof(IDataset), ["type", "name", "standardize"]),
        new(ComponentKinds.Optimizer, typeof(IOptimizer), ["type", "learningRate", "schedule"]),
        new(ComponentKinds.Schedule, typeof(ISchedule), ["type"]),
        new(ComponentKinds.DataFiles, typeof(IDataFiles), []),
    ];

    /// <summary>The contract of <paramref name="kind"/>, or null if there is no such kind.</summary>
    public static ComponentContract? Find(string kind) => All.FirstOrDefault(contract => contract.Kind == kind);
}
