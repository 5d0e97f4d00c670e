namespace FlowLab.Generators.Code;

/// <summary>The sample's number of a row.</summary>
internal sealed class RowValue(Row row) : Expression(ValueKind.Number)
{
    public Row Row { get; } = row;
}
