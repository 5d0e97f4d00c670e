namespace FlowLab.Accelerators.Tests.Groups;

/// <summary>What tests of groups run on besides ILGPU's CPU accelerator.</summary>
public enum GroupDevice
{
    /// <summary>The SIMD accelerator, and the IR as the frontend built it and after every pass.</summary>
    Simd,

    /// <summary>The first OpenCL device of the machine.</summary>
    OpenCl,
}
