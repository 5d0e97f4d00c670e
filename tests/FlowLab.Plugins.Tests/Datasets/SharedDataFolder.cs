using FlowLab.Data;

namespace FlowLab.Plugins.Tests.Datasets;

/// <summary>The real files as the host would hand them to a dataset.</summary>
internal sealed class SharedDataFolder : IDataFolder
{
    string IDataFolder.Path => System.IO.Path.GetDirectoryName(SharedData.Find("README.md"))!;

    public string Find(DataFile file) => SharedData.Find(file.Name.EndsWith(".npy", StringComparison.Ordinal) ? file.Name : file.Name + ".gz");
}
