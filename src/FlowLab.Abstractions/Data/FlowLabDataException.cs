namespace FlowLab.Data;

/// <summary>
/// A refusal of a data file, with a number (FLD...) that <c>docs/errors.md</c> explains; the host shows it as one line. Readers of data
/// throw nothing else, whatever a file holds.
/// </summary>
/// <param name="number">The number, such as FLD003.</param>
/// <param name="message">Where, what, expected and actual, and what to do.</param>
/// <param name="innerException">What caused it, if anything did.</param>
public sealed class FlowLabDataException(string number, string message, Exception? innerException = null)
    : Exception($"{number} {message}", innerException)
{
    /// <summary>The number, such as FLD003.</summary>
    public string Number { get; } = number;

    /// <summary>The message without its number.</summary>
    public string Reason { get; } = message;
}
