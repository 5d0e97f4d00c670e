using System.Text.RegularExpressions;
using FlowLab.Data;

namespace FlowLab.Host.DataFiles;

/// <summary>Judges what a plugin says about a file before the host acts on it: a name must not lead out of the data folder.</summary>
internal static partial class DescriptionCheck
{
    /// <summary>What is wrong with a description; empty if nothing is.</summary>
    public static string Fault(DataFile file)
    {
        if (!NamePattern().IsMatch(file.Name) || file.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            return "its name must be letters, digits, '.', '-' and '_', with '/' between folders, none of which begins with '.', and without .gz at the end";
        if (file.Contents.Count == 0)
            return "no content is accepted";
        if (file.Contents.FirstOrDefault(content => content.Bytes < 1 || !Sha256Pattern().IsMatch(content.Sha256)) is { } wrong)
            return $"a content has {wrong.Bytes} bytes and SHA-256 \"{wrong.Sha256}\", which must be at least 1 and 64 lower-case hexadecimal digits";
        if (file.Mirrors.FirstOrDefault(mirror => !IsAddress(mirror.Url)) is { } mirror)
            return $"\"{mirror.Url}\" is no http or https address";
        return file.Mirrors.Any(mirror => mirror.Prefix.Count >= file.Contents[0].Bytes) ? "the prefix of a mirror is as long as the content" : "";
    }

    private static bool IsAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    [GeneratedRegex(@"\A[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*\z")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex Sha256Pattern();
}
