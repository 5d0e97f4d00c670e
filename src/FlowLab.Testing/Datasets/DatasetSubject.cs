using FlowLab.Data;
using FlowLab.Testing.Bench;

namespace FlowLab.Testing.Datasets;

/// <summary>A kind of dataset.</summary>
/// <param name="Name">Name in listings.</param>
/// <param name="Create">Builds it.</param>
public sealed record DatasetSubject(string Name, Func<LawBench, IDataset> Create)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
