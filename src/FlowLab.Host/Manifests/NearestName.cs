namespace FlowLab.Host.Manifests;

/// <summary>Suggests the name that was probably meant.</summary>
internal static class NearestName
{
    private const int LongestName = 100;

    /// <summary>The nearest of <paramref name="names"/>, ignoring case, or empty if all of them are far from <paramref name="written"/>.</summary>
    public static string Find(string written, IEnumerable<string> names)
    {
        if (written.Length > LongestName)
            return "";
        int reach = Math.Max(2, written.Length / 3);
        return names.Select(name => (Name: name, Distance: Distance(written.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(candidate => candidate.Distance <= reach && candidate.Distance < candidate.Name.Length)
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Name)
            .FirstOrDefault("");
    }

    /// <summary>Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        var distance = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
            for (int j = 0; j <= b.Length; j++)
                distance[i, j] = i == 0 || j == 0 ? i + j : Step(distance, a, b, i, j);
        return distance[a.Length, b.Length];
    }

    private static int Step(int[,] distance, string a, string b, int i, int j)
    {
        int substitution = distance[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        int best = Math.Min(substitution, Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1);
        bool isSwap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return isSwap ? Math.Min(best, distance[i - 2, j - 2] + 1) : best;
    }
}
