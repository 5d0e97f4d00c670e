namespace ILGPU.Backends.Cuda;

/// <summary>The memory that an address is of: null is of none, an address that may be of several is generic.</summary>
[Flags]
internal enum StateSpace
{
    None = 0,

    /// <summary>Buffers.</summary>
    Global = 1,

    /// <summary>Shared by the threads of a group.</summary>
    Shared = 2,

    /// <summary>Of a thread.</summary>
    Local = 4,
}
