using F23.StringSimilarity;

namespace FlowLab.Host.Manifests;

/// <summary>Suggests the name that was probably meant.</summary>
internal static class NearestName
{
    private const int LongestName = 100;

    /// <summary>Insertions, deletions, substitutions and swaps of neighbours.</summary>
    private static readonly OptimalStringAlignment Distance = new();

    /// <summary>The nearest of <paramref name="names"/>, ignoring case, or empty if all of them are far from <paramref name="written"/>.</summary>
    public static string Find(string written, IEnumerable<string> names)
    {
        if (written.Length > LongestName)
            return "";
        int reach = Math.Max(2, written.Length / 3);
        return names.Select(name => (Name: name, Distance: Distance.Distance(written.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(candidate => candidate.Distance <= reach && candidate.Distance < candidate.Name.Length)
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Name)
            .FirstOrDefault("");
    }
}
