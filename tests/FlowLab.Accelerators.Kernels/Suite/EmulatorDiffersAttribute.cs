namespace FlowLab.Accelerators.Tests.Kernels;

/// <summary>ILGPU's CPU accelerator does something else than devices do, so the IR of the kernel is what it is compared with.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EmulatorDiffersAttribute(string how) : Attribute
{
    public string How { get; } = how;
}
