using System.Text;

namespace FlowLab.Generators.Writing;

/// <summary>Lines of C# with their indents.</summary>
internal sealed class CodeText
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Line(string line = "") => _text.Append(line.Length == 0 ? "" : new string(' ', 4 * _depth)).Append(line).Append('\n');

    public void Open(string? head = null)
    {
        if (head is not null)
            Line(head);
        Line("{");
        _depth++;
    }

    public void Close(string behind = "")
    {
        _depth--;
        Line("}" + behind);
    }

    public override string ToString() => _text.ToString();
}
