using FlowLab.Generators.Code;

namespace FlowLab.Generators.Reading;

/// <summary>A number that a loop adds to, and that cannot be read before the loop is over.</summary>
internal sealed class SumValue(Variable sum) : Value
{
    public Variable Sum { get; } = sum;
}
