namespace FlowLab.Accelerators.Tests.Kernels.Programs;

/// <summary>Types of values in random programs.</summary>
internal enum ProgramType
{
    /// <summary>Of statements.</summary>
    None,
    Bool,
    Int,
    UInt,
    Long,
    ULong,
    Float,
    Double,
}
