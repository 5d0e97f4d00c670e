using System.Globalization;

namespace FlowLab.Plugins.Datasets.Files;

/// <summary>Tells whether a file is the one that was read before.</summary>
internal static class FileVersion
{
    /// <summary>Path, length and date of a file.</summary>
    public static string Of(string path)
    {
        var file = new FileInfo(path);
        return string.Create(CultureInfo.InvariantCulture, $"{file.FullName} {(file.Exists ? file.Length : 0)} {file.LastWriteTimeUtc.Ticks}");
    }
}
