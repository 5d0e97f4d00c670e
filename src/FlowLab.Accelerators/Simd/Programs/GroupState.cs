namespace FlowLab.Accelerators.Simd;

/// <summary>
/// What the emitted method of a kernel is told of the group that it runs. Fields of the name of an <see cref="IR.IRParameterKind"/> are this
/// place; pointers have it for every thread of the group, up to a whole number of warps.
/// </summary>
internal unsafe struct GroupState
{
    public int GridIndexX;
    public int GridIndexY;
    public int GridIndexZ;
    public int GridDimX;
    public int GridDimY;
    public int GridDimZ;
    public int GroupDimX;
    public int GroupDimY;
    public int GroupDimZ;
    public long DynamicSharedSize;
    public int* GroupIndexX;
    public int* GroupIndexY;
    public int* GroupIndexZ;
    public int* IndexX;
    public int* IndexY;
    public int* IndexZ;

    /// <summary>The launch index of the first thread of a kernel over a line.</summary>
    public long FirstIndex;

    /// <summary>The address of static shared memory.</summary>
    public long Shared;
    public long DynamicShared;

    /// <summary>Threads that run; the last group of an index space may not be full.</summary>
    public int Threads;
    public int Warps;
}
