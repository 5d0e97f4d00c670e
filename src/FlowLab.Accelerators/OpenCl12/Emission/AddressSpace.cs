namespace FlowLab.Accelerators.OpenCl12;

/// <summary>The kind of memory that a pointer points into.</summary>
internal enum AddressSpace
{
    /// <summary>Null, which is at home in all of them.</summary>
    Any,

    /// <summary>Buffers.</summary>
    Global,

    /// <summary>Shared memory of a group.</summary>
    Shared,

    /// <summary>Local memory of a thread.</summary>
    Private,

    /// <summary>One or the other, which devices without a generic address space cannot have.</summary>
    Mixed,
}
