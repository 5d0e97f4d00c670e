using System.Text;

namespace ILGPU.Backends.Cuda;

/// <summary>The instructions of a kernel as text, one per line.</summary>
internal sealed class PtxText
{
    private readonly StringBuilder _text = new();

    internal void Add(string mnemonic, params ReadOnlySpan<string> operands) => AddGuarded("", mnemonic, operands);

    /// <summary>An instruction that only threads execute for which the guard, <c>@%p1</c> or <c>@!%p1</c>, holds.</summary>
    internal void AddGuarded(string guard, string mnemonic, params ReadOnlySpan<string> operands)
    {
        _text.Append('\t');
        if (guard.Length > 0)
            _text.Append(guard).Append(' ');
        _text.Append(mnemonic);
        if (operands.Length > 0)
            _text.Append(' ').AppendJoin(", ", operands);
        _text.Append(";\n");
    }

    internal void Label(string name) => _text.Append(name).Append(":\n");

    internal void Comment(string text) => _text.Append("\t// ").Append(text).Append('\n');

    public override string ToString() => _text.ToString();
}
