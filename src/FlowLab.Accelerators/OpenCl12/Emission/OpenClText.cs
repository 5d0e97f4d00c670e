using System.Text;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>Lines of source with their indentation.</summary>
internal sealed class OpenClText
{
    private readonly StringBuilder _text = new();
    private int _depth;

    internal void Line(string line) => _text.Append(' ', 4 * _depth).Append(line).Append('\n');

    internal void Open(string line = "")
    {
        if (line.Length > 0)
            Line(line);
        Line("{");
        _depth++;
    }

    internal void Close(string end = "}")
    {
        _depth--;
        Line(end);
    }

    /// <summary>A label, or a case of a switch: left of the lines around it.</summary>
    internal void Label(string label) => _text.Append(' ', 4 * Math.Max(_depth - 1, 0)).Append(label).Append('\n');

    public override string ToString() => _text.ToString();
}
