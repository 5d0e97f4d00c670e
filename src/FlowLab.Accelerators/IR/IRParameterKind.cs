namespace FlowLab.Accelerators.IR;

/// <summary>What a scalar parameter is of the C# argument.</summary>
internal enum IRParameterKind
{
    /// <summary>A component of the launch index: Int32, or Int64 for long indices.</summary>
    IndexX,
    IndexY,
    IndexZ,

    /// <summary>Int32: which group of the grid.</summary>
    GridIndexX,
    GridIndexY,
    GridIndexZ,

    /// <summary>Int32: which thread of the group. Lanes of a warp are neighbours in the linear order, X fastest.</summary>
    GroupIndexX,
    GroupIndexY,
    GroupIndexZ,

    /// <summary>Int32: groups in the grid.</summary>
    GridDimX,
    GridDimY,
    GridDimZ,

    /// <summary>Int32: threads in a group.</summary>
    GroupDimX,
    GroupDimY,
    GroupDimZ,

    /// <summary>Int32: which thread of the warp; the linear index in the group modulo the warp size.</summary>
    LaneIndex,

    /// <summary>Int32: threads in a warp of the device.</summary>
    WarpSize,

    /// <summary>Int64: bytes of dynamic shared memory that the launch asks for.</summary>
    DynamicSharedSize,

    /// <summary>A field that is a number or bool; small integers are passed as Int32, extended as their C# type says.</summary>
    Scalar,

    /// <summary>The address of the first element of a view.</summary>
    ViewPointer,

    /// <summary>The number of elements of a view, Int64.</summary>
    ViewLength,
}
