using System.Text;

namespace FlowLab.Host.Manifests;

/// <summary>One thing that is wrong with a manifest. All of them are collected before anything runs.</summary>
/// <param name="Number">One of <see cref="ManifestFaultNumbers"/>.</param>
/// <param name="Path">JSON path of the value at fault, such as <c>$.flow[0].length</c>; the file itself is <c>$</c>.</param>
/// <param name="What">What is wrong.</param>
public sealed record ManifestFault(string Number, string Path, string What)
{
    /// <summary>What would have been right: a range with its unit, or the allowed values.</summary>
    public string Expected { get; init; } = "";

    /// <summary>What was found, as JSON.</summary>
    public string Actual { get; init; } = "";

    /// <summary>The nearest right name; empty if none is near.</summary>
    public string Suggestion { get; init; } = "";

    /// <summary>What to write for what was probably wanted; empty if that is not known.</summary>
    public string Hint { get; init; } = "";

    /// <summary>The sweep value or <c>--set</c> option that put the value there; empty if it stands in the manifest at <see cref="Path"/>.</summary>
    public string Origin { get; init; } = "";

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder().Append(Number).Append(' ').Append(Path);
        Append(text, " (from ", Origin, ")");
        text.Append(": ").Append(What);
        Append(text, "; expected ", Expected, "");
        Append(text, "; found ", Actual, "");
        Append(text, "; ", Hint, "");
        Append(text, "; did you mean \"", Suggestion, "\"?");
        return Printable.InOneLine(text.ToString());
    }

    private static void Append(StringBuilder text, string before, string part, string after)
    {
        if (part.Length > 0)
            text.Append(before).Append(part).Append(after);
    }
}
