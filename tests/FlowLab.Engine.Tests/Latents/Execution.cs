namespace FlowLab.Engine.Tests.Latents;

/// <summary>How kernels run.</summary>
public enum Execution
{
    /// <summary>Compiled to the vectors of the processor: what training uses.</summary>
    Simd,

    /// <summary>As the C# methods that they are, with checked indices.</summary>
    Reference,

    /// <summary>On the first OpenCL device, if there is one.</summary>
    OpenCl,
}
