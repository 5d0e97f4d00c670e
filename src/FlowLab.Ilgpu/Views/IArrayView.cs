using ILGPU.Runtime;

namespace ILGPU;

/// <summary>A window on a buffer.</summary>
public interface IArrayView
{
    /// <summary>The buffer that owns the memory.</summary>
    MemoryBuffer Buffer { get; }

    /// <summary>Whether the view points to memory and is not empty.</summary>
    bool IsValid { get; }

    /// <summary>The number of elements.</summary>
    long Length { get; }

    /// <summary>The size of one element in bytes.</summary>
    int ElementSize { get; }

    long LengthInBytes { get; }
}
