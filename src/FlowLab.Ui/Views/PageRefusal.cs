namespace FlowLab.Ui.Views;

/// <summary>Something that cannot be shown or done, with the message for the reader.</summary>
public sealed class PageRefusal : Exception
{
    /// <summary>A refusal without words.</summary>
    public PageRefusal()
    {
    }

    /// <param name="message">What, why, and what to do.</param>
    public PageRefusal(string message)
        : base(message)
    {
    }

    /// <param name="message">What, why, and what to do.</param>
    /// <param name="innerException">What caused it.</param>
    public PageRefusal(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
