using System.Security.Cryptography;
using System.Text;

namespace FlowLab.Host.Results;

/// <summary>File names from names that users choose.</summary>
public static class FileNames
{
    private const int MaximumLength = 100;
    private const int FingerprintLength = 8;

    /// <summary>
    /// The name itself where every character is a letter, digit, '-', '_' or an inner '.'; otherwise those characters with a
    /// fingerprint of the whole name, so that two names never share a file.
    /// </summary>
    public static string Safe(string name)
    {
        string kept = string.Concat(name.Select(character => IsSafe(character) ? character : '-')).Trim('.');
        if (kept == name && name.Length is > 0 and <= MaximumLength)
            return name;
        return kept[..Math.Min(kept.Length, MaximumLength)] + "-" + Fingerprint(name);
    }

    private static bool IsSafe(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.';

    private static string Fingerprint(string name) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(name)))[..FingerprintLength];
}
