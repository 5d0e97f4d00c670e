using System.IO.Compression;
using FlowLab.Host.Results;

namespace FlowLab.Host.Exports;

/// <summary>Writes NumPy's .npz: a ZIP archive with a .npy file per array, not compressed and without times, so that equal arrays are equal bytes.</summary>
public static class NpzFile
{
    // The earliest time that a ZIP archive can state.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the arrays, whose names differ; replaces the file if it exists.</summary>
    public static void Write(string path, params IReadOnlyList<NpyArray> arrays) => AtomicFile.Write(path, stream =>
    {
        using ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (NpyArray array in arrays)
        {
            ZipArchiveEntry entry = archive.CreateEntry(array.Name + ".npy", CompressionLevel.NoCompression);
            entry.LastWriteTime = NoTime;
            using Stream content = entry.Open();
            array.WriteTo(content);
        }
    });
}
