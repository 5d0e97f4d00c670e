namespace FlowLab.Plugins.Datasets.Formats;

/// <summary>What the elements of an array in a file are.</summary>
internal enum ElementType
{
    UInt8,
    Int8,
    Int16,
    Int32,
    Float32,
    Float64,
}
