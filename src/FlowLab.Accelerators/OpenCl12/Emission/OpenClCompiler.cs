using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.IR;
using FlowLab.Accelerators.Passes;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>From the C# method of a kernel to OpenCL C.</summary>
internal static class OpenClCompiler
{
    /// <exception cref="KernelRefusedException">The method does what kernels may not do, or what the device does not.</exception>
    internal static OpenClSource Compile(KernelEntry entry, OpenClTarget target)
    {
        var kernel = KernelTranslations.Take(entry, OpenClTarget.Computes);
        if (kernel.Parameters.FirstOrDefault(parameter => parameter.Kind == IRParameterKind.WarpSize) is { } warpSize)
        {
            var constants = new IRReplacements();
            constants.Add(warpSize.Value, kernel.Const(target.WarpSize));
            kernel.ReplaceUses(constants);
        }

        KernelOptimizer.Optimize(kernel, verifyEachPass: false);
        return OpenClEmitter.Emit(kernel, target);
    }
}
