namespace ILGPU.Backends.Cuda;

/// <summary>C# names as PTX identifiers.</summary>
internal static class PtxNames
{
    private const int LongestName = 200;

    /// <summary>Letters and digits stay, everything else becomes an underscore.</summary>
    internal static string Of(string name)
    {
        var text = string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_')).TrimEnd('_');
        return text.Length > LongestName ? text[..LongestName] : text;
    }
}
