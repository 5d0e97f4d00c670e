using FlowLab.Data;

namespace FlowLab.Benchmarks.Dlgm;

/// <summary>A folder whose files are taken as they are; <c>flowlab data verify</c> checks them.</summary>
internal sealed class GivenFolder(string path) : IDataFolder
{
    public string Path => System.IO.Path.GetFullPath(path);

    public string Find(DataFile file)
    {
        string plain = System.IO.Path.Combine(Path, file.Name), compressed = plain + ".gz";
        return File.Exists(plain) ? plain : File.Exists(compressed) ? compressed : throw new FileNotFoundException(
            $"neither {plain} nor {compressed} exists; pass --data DIR");
    }
}
