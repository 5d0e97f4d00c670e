using System.Collections.Generic;
using FlowLab.Generators.Code;

namespace FlowLab.Generators.Reading;

/// <summary>A small local array: its elements.</summary>
internal sealed class ArrayValue(IReadOnlyList<Value> elements) : Value
{
    public IReadOnlyList<Value> Elements { get; } = elements;
}
