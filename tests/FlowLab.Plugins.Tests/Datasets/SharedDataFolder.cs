using FlowLab.Data;
using FlowLab.Plugins.Datasets.Files;

namespace FlowLab.Plugins.Tests.Datasets;

/// <summary>
/// The real files as the host would hand them to a dataset. Without them a test is skipped; where some training batches of CIFAR-10 are there, one that is not is refused,
/// as the host does, since one of five is enough.
/// </summary>
internal sealed class SharedDataFolder : IDataFolder
{
    string IDataFolder.Path => System.IO.Path.GetDirectoryName(SharedData.Find("README.md"))!;

    public string Find(DataFile file)
    {
        if (Cifar10Files.TrainingBatches.Contains(file) && !IsThere(file) && Cifar10Files.TrainingBatches.Any(IsThere))
            throw new FlowLabDataException("FLD021", $"{file.Name}: the file is not in the data folder");
        return SharedData.Find(NameOf(file));
    }

    private static bool IsThere(DataFile file) => SharedData.Look(NameOf(file)) is not null;

    private static string NameOf(DataFile file) => file.Name.EndsWith(".npy", StringComparison.Ordinal) ? file.Name : file.Name + ".gz";
}
