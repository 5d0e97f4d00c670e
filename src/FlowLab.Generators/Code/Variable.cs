namespace FlowLab.Generators.Code;

/// <summary>A local value of a layer or of a generated pass. Assigned once, but for sums and indices of loops.</summary>
internal sealed class Variable(string name, ValueKind kind)
{
    /// <summary>Its name in the generated code.</summary>
    public string Name { get; } = name;

    public ValueKind Kind { get; } = kind;

    /// <summary>Whether it is defined as a start that terms are added to.</summary>
    public bool IsSum { get; set; }

    /// <summary>Whether it differs from sample to sample of a tile.</summary>
    public bool IsVarying { get; set; }

    public override string ToString() => Name;
}
