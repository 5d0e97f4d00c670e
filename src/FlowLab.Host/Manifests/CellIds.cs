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

    private static string MakeSafe(string text)
    {
        char[] safe = [.. text.Select(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '+' or '-' ? character : '-')];
        string trimmed = new string(safe).TrimStart('.', '-').TrimEnd('.', '-');
        return trimmed.Length == 0 ? "cell" : trimmed[..Math.Min(trimmed.Length, LongestId)].TrimEnd('.', '-');
    }
}
