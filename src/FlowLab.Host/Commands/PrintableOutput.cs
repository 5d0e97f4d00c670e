using System.Text;

namespace FlowLab.Host.Commands;

/// <summary>An output without control characters, whoever put them into a message: the command line, a manifest, a plugin.</summary>
/// <param name="output">Where text goes.</param>
internal sealed class PrintableOutput(TextWriter output) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => output.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => output.Write(Printable.IsUnsafe(value) ? '?' : value);

    /// <inheritdoc/>
    public override void Write(string? value) => output.Write(value is null ? null : Printable.Of(value));

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => output.WriteLine(value is null ? null : Printable.Of(value));

    /// <inheritdoc/>
    public override void Flush() => output.Flush();
}
