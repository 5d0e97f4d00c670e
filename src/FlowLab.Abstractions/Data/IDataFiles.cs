namespace FlowLab.Data;

/// <summary>The data files that belong together, such as the four of MNIST. Found by <see cref="Plugins.DataFilesAttribute"/>.</summary>
public interface IDataFiles
{
    /// <summary>The files, in the order of listings.</summary>
    IReadOnlyList<DataFile> Files { get; }
}
