using FlowLab.Data;
using FlowLab.Plugins.Datasets.Files;

namespace FlowLab.Plugins.Tests.Datasets;

/// <summary>
/// The real files as the host would hand them to a dataset. Without them a test is skipped; a training batch of CIFAR-10 that is not among them is refused,
/// as the host does, since one of five is enough.
/// </summary>
internal sealed class SharedDataFolder : IDataFolder
{
    string IDataFolder.Path => System.IO.Path.GetDirectoryName(SharedData.Find("README.md"))!;

    public string Find(DataFile file)
    {
        string name = file.Name.EndsWith(".npy", StringComparison.Ordinal) ? file.Name : file.Name + ".gz";
        if (Cifar10Files.TrainingBatches.Contains(file) && SharedData.Look(name) is null)
            throw new FlowLabDataException("FLD021", $"{file.Name}: the file is not in the data folder");
        return SharedData.Find(name);
    }
}
