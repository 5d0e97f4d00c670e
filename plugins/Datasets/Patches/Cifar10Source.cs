using System.Globalization;
using FlowLab.Data;
using FlowLab.Plugins.Datasets.Files;
using FlowLab.Plugins.Datasets.Points;

namespace FlowLab.Plugins.Datasets.Patches;

/// <summary>Which files of CIFAR-10 are there.</summary>
/// <param name="Batches">The training batches, 1 to 5.</param>
/// <param name="Version">Tells whether they are those that were read before.</param>
internal sealed record Cifar10Source(IReadOnlyList<int> Batches, string Version)
{
    private const int PublishedTestCount = 10_000;

    /// <summary>Looks for the files.</summary>
    /// <exception cref="FlowLabDataException">There is no training batch, or no test batch.</exception>
    public static Cifar10Source Find(IDataFolder folder)
    {
        IReadOnlyList<int> batches = Cifar10Files.FindBatches(folder);
        IEnumerable<DataFile> files = [.. batches.Select(batch => Cifar10Files.TrainingBatches[batch - 1]), Cifar10Files.TestBatch];
        return new Cifar10Source(batches, $"cifar10 {string.Join(' ', files.Select(file => FileVersion.Of(folder.FindOf(file, Cifar10Files.Set))))}");
    }

    /// <summary>What a reader of a figure must know about the files.</summary>
    public string Describe(PointTable table)
    {
        int all = Cifar10Files.TrainingBatches.Count;
        string training = Batches.Count == all ? $"all {all} training batches"
            : $"training batch{(Batches.Count == 1 ? "" : "es")} {string.Join(", ", Batches)} of {all} only";
        int test = table.Count(DataSubset.Test);
        return test == PublishedTestCount ? training : training + string.Create(CultureInfo.InvariantCulture, $", first {test:N0} test images only");
    }
}
