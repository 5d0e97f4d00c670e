namespace FlowLab.Accelerators.IR;

/// <summary>The type of a scalar. Signedness is in the operation; structs, views and indices do not exist here.</summary>
internal enum IRType
{
    /// <summary>No value: stores.</summary>
    Void,

    /// <summary>True or false. In memory a bool is an <see cref="Int8"/>.</summary>
    Bool,

    /// <summary>Only loaded, stored, truncated to and extended from; arithmetic starts at <see cref="Int32"/>.</summary>
    Int8,

    /// <inheritdoc cref="Int8"/>
    Int16,
    Int32,
    Int64,
    Float32,
    Float64,

    /// <summary>A 64-bit address of device memory.</summary>
    Pointer,
}
