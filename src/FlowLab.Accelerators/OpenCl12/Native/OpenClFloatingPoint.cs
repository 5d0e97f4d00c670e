namespace FlowLab.Accelerators.OpenCl12;

/// <summary>What a device does with float.</summary>
[Flags]
internal enum OpenClFloatingPoint : ulong
{
    None = 0,
    Denormals = 1 << 0,
    InfinityAndNaN = 1 << 1,
    RoundToNearest = 1 << 2,
    FusedMultiplyAdd = 1 << 5,
    ExactDivisionAndRoot = 1 << 7,
}
