using FlowLab.Data;

namespace FlowLab.Host.DataFiles;

/// <summary>What to do by hand where no mirror can be reached: which address, which steps, which place.</summary>
internal static class OfflineRemedy
{
    /// <summary>The steps, one per line.</summary>
    public static string Describe(DataFile file, DataFolder folder)
    {
        IEnumerable<string> steps = file.Mirrors.Count == 0 ? [Copy(file, folder, isCompressed: false), Verify(file, folder)] : Steps(file, file.Mirrors[0], folder);
        return "without a connection, do this by hand:" + string.Concat(steps.Select((step, i) => $"{Environment.NewLine}  {i + 1}. {step}"));
    }

    private static IEnumerable<string> Steps(DataFile file, DataMirror mirror, DataFolder folder)
    {
        string download = new Uri(mirror.Url).Segments[^1];
        bool isArchive = mirror.Member.Length > 0;
        yield return $"on a machine with a connection, download {mirror.Url}";
        if (isArchive)
            yield return $"take the file out of it: tar -xzf {download} {mirror.Member}";
        if (mirror.Prefix.Count > 0 && file.Advice.Length > 0)
            yield return file.Advice;
        yield return Copy(file, folder, !isArchive && download.EndsWith(".gz", StringComparison.Ordinal));
        yield return Verify(file, folder);
    }

    private static string Copy(DataFile file, DataFolder folder, bool isCompressed) => $"copy the file to {folder.PlaceOf(file, isCompressed)}";

    private static string Verify(DataFile file, DataFolder folder) => $"check it: flowlab data verify {file.Name}{folder.Option}";
}
