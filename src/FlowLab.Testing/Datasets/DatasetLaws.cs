using FlowLab.Testing.Bench;
using FlowLab.Testing.Laws;

namespace FlowLab.Testing.Datasets;

/// <summary>The laws of datasets.</summary>
public static class DatasetLaws
{
    /// <summary>Every law, those first that the others rest on.</summary>
    public static IReadOnlyList<DatasetLaw> All { get; } = [new DatasetContractLaw(), new DatasetValuesLaw(), new DatasetDeterminismLaw()];

    /// <summary>The law of a name, as reports print it.</summary>
    public static DatasetLaw Of(string name) => All.Single(law => law.Name == name);

    /// <summary>Tries one law in one case: what <c>flowlab check</c> prints can be pasted as its last argument.</summary>
    public static LawReport Check(string law, DatasetSubject subject, LawBench bench, DatasetCase situation) => LawRunner.Run(Of(law), subject, bench, [situation]);
}
