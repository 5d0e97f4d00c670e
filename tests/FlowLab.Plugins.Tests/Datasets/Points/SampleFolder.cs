using FlowLab.Data;

namespace FlowLab.Plugins.Tests.Datasets.Points;

/// <summary>A data folder that lasts as long as a test, and that believes every file's content.</summary>
internal sealed class SampleFolder : IDataFolder, IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("flowlab-data-").FullName;

    public string Write(string name, byte[] content)
    {
        string path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    public string Find(DataFile file)
    {
        string path = System.IO.Path.Combine(Path, file.Name);
        return File.Exists(path) ? path : throw new FlowLabDataException("FLD021", $"{file.Name}: not there; flowlab data get {file.Name}");
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
