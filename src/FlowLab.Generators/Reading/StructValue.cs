using System.Collections.Generic;
using FlowLab.Generators.Code;

namespace FlowLab.Generators.Reading;

/// <summary>A struct: its fields, by name.</summary>
internal sealed class StructValue(IReadOnlyDictionary<string, Value> fields) : Value
{
    public IReadOnlyDictionary<string, Value> Fields { get; } = fields;

    /// <summary>The same with one field replaced.</summary>
    public StructValue With(string field, Value value)
    {
        var copy = new Dictionary<string, Value>();
        foreach (KeyValuePair<string, Value> pair in Fields)
            copy[pair.Key] = pair.Value;
        copy[field] = value;
        return new StructValue(copy);
    }
}
