using ILGPU.IR;

namespace ILGPU.Backends.Cuda;

/// <summary>A parameter of the PTX entry.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Type">Its type; a Bool is passed as 0 or 1 in 32 bits.</param>
/// <param name="Offset">Its place in the buffer of all arguments, in bytes.</param>
/// <param name="Source">The scalar of a C# argument that it is; null of those that the launch makes.</param>
internal sealed record PtxArgument(string Name, PtxArgumentKind Kind, IRType Type, int Offset, IRParameter? Source)
{
    internal int SizeInBytes => Math.Max(Type.SizeInBytes, sizeof(int));
}

/// <summary>What a parameter of the PTX entry is.</summary>
internal enum PtxArgumentKind
{
    /// <summary>How many instances an index space has.</summary>
    Count,

    /// <summary>How many of them lie along X.</summary>
    ExtentX,

    /// <summary>How many of them lie along Y.</summary>
    ExtentY,

    /// <summary>A scalar of a C# argument.</summary>
    Argument,
}
