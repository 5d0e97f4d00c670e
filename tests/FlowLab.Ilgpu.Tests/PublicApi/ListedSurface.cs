namespace ILGPU.Tests.PublicApi;

/// <summary>
/// Reads a list of public types and members: a line per type, <c>struct ILGPU.Index1D</c>, and the members below it, indented. A member
/// that starts with <c>@14</c> stands for 14 overloads: <c>T*</c> is T1, <c>where*</c> its constraint and <c>args*</c> its argument, then
/// T1 and T2 with theirs, and so on.
/// </summary>
internal static class ListedSurface
{
    private const string Family = "@14 ";

    internal static HashSet<string> Read(string path)
    {
        var lines = new HashSet<string>();
        var type = "";
        foreach (var line in File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] == ' ')
                lines.UnionWith(Expand(line.Trim()).Select(member => $"{type} :: {member}"));
            else
                lines.Add(TypeLine(line, out type));
        }

        return lines;
    }

    private static string TypeLine(string line, out string type)
    {
        var constraints = line.Contains(" where ", StringComparison.Ordinal) ? line[line.IndexOf(" where ", StringComparison.Ordinal)..] : "";
        var declaration = line[..^constraints.Length];
        var name = declaration.IndexOf("ILGPU", StringComparison.Ordinal);
        type = declaration[name..];
        return $"{type} is {declaration[..name].Trim()}{constraints}";
    }

    private static IEnumerable<string> Expand(string member) => member.StartsWith(Family, StringComparison.Ordinal)
        ? Enumerable.Range(1, 14).Select(count => Overload(member[Family.Length..], count))
        : [member];

    private static string Overload(string template, int count)
    {
        var numbers = Enumerable.Range(1, count).ToArray();
        return template
            .Replace("T*", string.Join(", ", numbers.Select(i => $"T{i}")), StringComparison.Ordinal)
            .Replace("args*", string.Join(", ", numbers.Select(i => $"T{i} arg{i}")), StringComparison.Ordinal)
            .Replace("where*", string.Concat(numbers.Select(i => $" where T{i} : struct")), StringComparison.Ordinal);
    }
}
