namespace FlowLab.Engine;

/// <summary>A request that the engine cannot carry out; the message starts with the number of the error (FLE...).</summary>
public sealed class FlowLabEngineException : Exception
{
    public FlowLabEngineException()
    {
    }

    public FlowLabEngineException(string message) : base(message)
    {
    }

    public FlowLabEngineException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
