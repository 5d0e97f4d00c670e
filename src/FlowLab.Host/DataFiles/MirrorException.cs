namespace FlowLab.Host.DataFiles;

/// <summary>A mirror did not give what was asked for; the next one is tried.</summary>
/// <param name="message">Why.</param>
/// <param name="isUnreachable">Whether there is no connection to it at all, so that asking it for another file is of no use.</param>
/// <param name="innerException">What caused it, if anything did.</param>
internal sealed class MirrorException(string message, bool isUnreachable = false, Exception? innerException = null)
    : Exception(message, innerException)
{
    public bool IsUnreachable { get; } = isUnreachable;
}
