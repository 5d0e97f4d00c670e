namespace FlowLab.Generators.Code;

/// <summary>What a value of a layer is.</summary>
internal enum ValueKind
{
    /// <summary>A float: has a gradient.</summary>
    Number,

    /// <summary>An int: counts and indices.</summary>
    Integer,

    /// <summary>A bool: conditions.</summary>
    Flag,
}
