namespace FlowLab.Host.Results;

/// <summary>A numbered refusal of the run store (FLR...): what is wrong, where, and what to do.</summary>
public sealed class RunException : Exception
{
    public RunException(string code, string message, Exception? innerException = null)
        : base($"{code}: {message}", innerException) => Code = code;

    /// <summary>The number under which docs/errors.md explains the refusal.</summary>
    public string Code { get; }
}
