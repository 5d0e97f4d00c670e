namespace ILGPU.Backends.Cuda;

/// <summary>C# names as PTX identifiers.</summary>
internal static class PtxNames
{
    private const int LongestName = 200;

    /// <summary>Letters and digits stay, everything else becomes an underscore; the first is always a letter.</summary>
    internal static string Of(string name)
    {
        var text = string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_')).TrimEnd('_');
        text = text.Length > 0 && char.IsAsciiLetter(text[0]) ? text : $"k{text}";
        return text.Length > LongestName ? text[..LongestName] : text;
    }
}
