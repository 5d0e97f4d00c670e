namespace FlowLab.Host;

/// <summary>A refusal with a number that <c>docs/errors.md</c> explains; shown to the user as one line, without a stack trace.</summary>
/// <param name="number">FLP for plugins, FLM for manifests, FLD for data files.</param>
/// <param name="message">What, where, expected and actual, and what to do.</param>
/// <param name="innerException">What caused it, if anything did.</param>
public sealed class FlowLabException(string number, string message, Exception? innerException = null)
    : Exception($"{number} {message}", innerException)
{
    /// <summary>The number, such as FLP012.</summary>
    public string Number { get; } = number;
}
