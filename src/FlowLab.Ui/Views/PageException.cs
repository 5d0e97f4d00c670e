namespace FlowLab.Ui.Views;

/// <summary>Something that cannot be shown or done, with the message for the reader.</summary>
public sealed class PageException : Exception
{
    /// <summary>A refusal without words.</summary>
    public PageException()
    {
    }

    /// <param name="message">What, why, and what to do.</param>
    public PageException(string message)
        : base(message)
    {
    }

    /// <param name="message">What, why, and what to do.</param>
    /// <param name="innerException">What caused it.</param>
    public PageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
