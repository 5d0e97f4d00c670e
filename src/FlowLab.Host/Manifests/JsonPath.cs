using System.Globalization;

namespace FlowLab.Host.Manifests;

/// <summary>Spells JSON paths: <c>$.flow[0].length</c>, and <c>$.sweep["flow.0.length"][2]</c> where a key is no plain word.</summary>
internal static class JsonPath
{
    public const string Root = "$";

    /// <summary>The path of a key of the object at <paramref name="parent"/>.</summary>
    public static string Property(string parent, string key) =>
        key.Length > 0 && key.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '$' or '-') ? $"{parent}.{key}" : $"{parent}[\"{key}\"]";

    /// <summary>The path of an element of the array at <paramref name="parent"/>.</summary>
    public static string Element(string parent, int index) => string.Create(CultureInfo.InvariantCulture, $"{parent}[{index}]");

    /// <summary>Whether <paramref name="path"/> is <paramref name="ancestor"/> or lies below it.</summary>
    public static bool IsAtOrBelow(string path, string ancestor) =>
        path.StartsWith(ancestor, StringComparison.Ordinal) && (path.Length == ancestor.Length || path[ancestor.Length] is '.' or '[');
}
