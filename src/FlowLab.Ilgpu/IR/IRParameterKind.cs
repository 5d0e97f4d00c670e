namespace ILGPU.IR;

/// <summary>What a scalar parameter is of the C# argument.</summary>
internal enum IRParameterKind
{
    /// <summary>A component of the launch index: Int32, or Int64 for long indices.</summary>
    IndexX,
    IndexY,
    IndexZ,

    /// <summary>A field that is a number or bool; small integers are passed as Int32, extended as their C# type says.</summary>
    Scalar,

    /// <summary>The address of the first element of a view.</summary>
    ViewPointer,

    /// <summary>The number of elements of a view, Int64.</summary>
    ViewLength,
}
