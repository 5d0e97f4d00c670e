namespace FlowLab.Plugins.Datasets.Formats;

/// <summary>What the elements of an array in a file are.</summary>
internal enum ElementType
{
    UInt8,
    Int8,

    /// <summary>A byte that is 0 or 1; any other is true as well.</summary>
    Bool,
    UInt16,
    Int16,
    Float16,
    UInt32,
    Int32,
    UInt64,
    Int64,
    Float32,
    Float64,
}
