namespace ILGPU.Runtime;

/// <summary>The kind of device behind an accelerator.</summary>
public enum AcceleratorType
{
    CPU = 0,
    Cuda = 1,
    OpenCL = 2,
}
