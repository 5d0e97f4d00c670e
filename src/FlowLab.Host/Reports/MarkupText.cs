using System.Runtime.CompilerServices;
using System.Text;

namespace FlowLab.Host.Reports;

/// <summary>HTML or SVG under construction; see <see cref="MarkupHandler"/>.</summary>
public sealed class MarkupText
{
    internal StringBuilder Builder { get; } = new();

    public MarkupText Append([InterpolatedStringHandlerArgument("")] ref MarkupHandler markup)
    {
        _ = markup;
        return this;
    }

    /// <summary>Appends text that is markup already.</summary>
    public MarkupText AppendMarkup(string markup)
    {
        Builder.Append(markup);
        return this;
    }

    public override string ToString() => Builder.ToString();
}
