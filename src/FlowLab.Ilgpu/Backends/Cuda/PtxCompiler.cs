using ILGPU.Frontend;
using ILGPU.IR;
using ILGPU.Passes;
using ILGPU.Runtime;

namespace ILGPU.Backends.Cuda;

/// <summary>From the C# method of a kernel to PTX.</summary>
internal static class PtxCompiler
{
    /// <summary>What CUDA passes to a kernel at most.</summary>
    internal const int LargestArguments = 4096;

    /// <exception cref="KernelRefusedException">The method does what kernels may not do on this device.</exception>
    internal static PtxSource Compile(KernelEntry entry, bool hasSourceLines = false)
    {
        // PTX has what the bodies of all other functions are made of.
        var kernel = KernelCompiler.Compile(entry, MathBodies.IsBasic, ValueOf);
        var options = new PtxOptions
        {
            MaxThreads = entry.Specialization.MaxNumThreadsPerGroup,
            MinGroups = entry.Specialization.MinNumGroupsPerMultiprocessor,
            HasSourceLines = hasSourceLines,
        };
        var ptx = PtxEmitter.Emit(kernel, options);
        return ptx.ArgumentsSizeInBytes <= LargestArguments
            ? ptx
            : throw new KernelRefusedException(
                PtxRefusals.Arguments, $"{ptx.ArgumentsSizeInBytes} bytes, at most {LargestArguments}", new IRLocation(entry.Method, 0, null));
    }

    /// <summary>All devices have warps of the same size.</summary>
    private static long? ValueOf(IRParameter parameter) =>
        parameter.Kind == IRParameterKind.WarpSize ? PtxEmitter.WarpSize : null;
}
