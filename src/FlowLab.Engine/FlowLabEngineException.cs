namespace FlowLab.Engine;

/// <summary>A request that the engine cannot carry out; the message starts with the number of the error (FLE...).</summary>
public sealed class FlowLabEngineException : Exception
{
    public FlowLabEngineException()
    {
    }

    /// <summary>The component whose fault it is, as the manifest names it ("flow[0]", "target", "optimizer"); empty where that is not known.</summary>
    public string Component { get; init; } = "";

    public FlowLabEngineException(string message) : base(message)
    {
    }

    public FlowLabEngineException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
