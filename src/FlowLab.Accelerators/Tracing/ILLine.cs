namespace FlowLab.Accelerators.Tracing;

/// <summary>One line of a listing: a statement, a label, a jump, or a jump under a condition.</summary>
/// <param name="Text">The statement; empty of labels and plain jumps.</param>
/// <param name="Label">The label that the line is.</param>
/// <param name="Target">The label that the line goes to.</param>
/// <param name="Condition">What must hold for it to go there.</param>
internal sealed record ILLine(string Text, string? Label = null, string? Target = null, string? Condition = null)
{
    internal bool IsJump => Target is not null && Condition is null;

    /// <summary>Control never comes to the line below.</summary>
    internal bool Ends => IsJump || Text is "return" || Text.StartsWith("return ", StringComparison.Ordinal);

    public override string ToString() => this switch
    {
        { Label: { } label } => $"{label}:",
        { Condition: { } condition } => $"    if ({condition}) goto {Target};",
        { Target: { } target } => $"    goto {target};",
        _ => $"    {Text};",
    };
}
