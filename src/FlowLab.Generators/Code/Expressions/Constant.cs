namespace FlowLab.Generators.Code;

/// <summary>A constant, as C# text.</summary>
internal sealed class Constant(string text, ValueKind kind) : Expression(kind)
{
    public string Text { get; } = text;
}
