namespace FlowLab.Accelerators.Tests.Kernels.Programs;

/// <summary>A part of a random program. Parts are not changed: a smaller program shares what is left.</summary>
internal sealed class ProgramNode(ProgramNodeKind kind, ProgramType type, object? detail, params ProgramNode[] children)
{
    internal ProgramNodeKind Kind { get; } = kind;

    /// <summary>The type of an expression; of a comparison Bool.</summary>
    internal ProgramType Type { get; } = type;

    internal object? Detail { get; } = detail;

    internal IReadOnlyList<ProgramNode> Children { get; } = children;

    internal int Number => (int)Detail!;

    internal string Text => (string)Detail!;

    internal bool IsStatement => Kind >= ProgramNodeKind.Block;

    internal bool IsLoop => Kind is ProgramNodeKind.For or ProgramNodeKind.While or ProgramNodeKind.DoWhile;

    internal int Size => 1 + Children.Sum(child => child.Size);

    /// <summary>Leaves or goes on with a loop around it.</summary>
    internal bool Jumps => Kind is ProgramNodeKind.Break or ProgramNodeKind.Continue || Children.Any(child => !child.IsLoop && child.Jumps);

    internal static ProgramNode Constant(ProgramType type, long bits) => new(ProgramNodeKind.Constant, type, bits);

    internal static ProgramNode Statement(ProgramNodeKind kind, object? detail, params ProgramNode[] children) => new(kind, ProgramType.None, detail, children);

    /// <summary>The same with one part replaced.</summary>
    internal ProgramNode With(int index, ProgramNode child)
    {
        ProgramNode[] children = [.. Children];
        children[index] = child;
        return new(Kind, Type, Detail, children);
    }

    /// <summary>The same without one part, of a block.</summary>
    internal ProgramNode Without(int index) => new(Kind, Type, Detail, [.. Children.Where((_, i) => i != index)]);
}
