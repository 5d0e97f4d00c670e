namespace FlowLab.Host.Errors;

/// <summary>What a numbered error means: a section of <c>docs/errors.md</c>, and what <c>flowlab explain</c> prints. Texts are Markdown.</summary>
/// <param name="Number">FLM012; or several with one text, "FLK101 to FLK121".</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Example">The message as it is printed; empty where a table shows them.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record ErrorDescriptor(string Number, string Title, string Example, string Remedy)
{
    private const int Digits = 3;
    private const int Length = 6;

    /// <summary>More about it; may be empty.</summary>
    public string Explanation { get; init; } = "";

    /// <summary>Whether it is about a number: "FLK107" is among "FLK101 to FLK121".</summary>
    public bool IsAbout(string number)
    {
        string first = Number[..Length], last = Number[^Length..];
        return number.Length == Length && number[..^Digits] == first[..^Digits]
            && string.CompareOrdinal(number, first) >= 0 && string.CompareOrdinal(number, last) <= 0;
    }
}
