namespace FlowLab.Accelerators.IR;

/// <summary>The threads that a barrier or fence is about.</summary>
internal enum IRScope
{
    Warp,
    Group,
    Device,
    System,
}
