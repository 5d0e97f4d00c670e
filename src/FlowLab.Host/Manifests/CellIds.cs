using System.Globalization;
using System.Text;

namespace FlowLab.Host.Manifests;

/// <summary>Gives every cell a name that is unique, also where file names ignore case, and safe as a file name.</summary>
internal sealed class CellIds
{
    private const int LongestId = 100;

    private readonly HashSet<string> _used = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The id of the next cell.</summary>
    /// <param name="labels">The labels of its values; the name of the experiment if nothing is swept.</param>
    public string Next(IEnumerable<string> labels)
    {
        string readable = MakeSafe(string.Join('-', labels));
        string id = readable;
        for (int number = 2; !_used.Add(id); number++)
            id = $"{readable}~{number}";
        return id;
    }

    /// <summary>A length that cuts no pair of surrogates.</summary>
    private static int Whole(string text, int longest) =>
        text.Length <= longest ? text.Length : char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;

    /// <summary>Letters, their marks and digits of any script, so that labels in any language stay readable and distinct.</summary>
    private static bool IsOfScript(char character) =>
        char.IsLetterOrDigit(character) || char.IsSurrogate(character) || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>"planar, K = 10" becomes "planar-K-10": what is not safe is one hyphen, however long it is.</summary>
    private static string MakeSafe(string text)
    {
        var safe = new StringBuilder();
        bool replaces = false;
        foreach (char character in text)
        {
            bool isSafe = IsOfScript(character) || character is '.' or '_' or '+' or '-';
            if (isSafe || !replaces)
                safe.Append(isSafe ? character : '-');
            replaces = !isSafe;
        }
        string trimmed = safe.ToString().TrimStart('.', '-').TrimEnd('.', '-');
        return trimmed.Length == 0 ? "cell" : trimmed[..Whole(trimmed, LongestId)].TrimEnd('.', '-');
    }
}
