using System.Reflection;
using FlowLab.Accelerators.IR;
using FlowLab.Accelerators.Passes;

namespace FlowLab.Accelerators.Frontend;

/// <summary>From the C# method of a kernel to its optimised IR, the same for every backend.</summary>
internal static class KernelCompiler
{
    /// <summary>The kernel of a method with an index, for a backend that does all of mathematics itself.</summary>
    /// <inheritdoc cref="Compile(KernelEntry, MathSupport)"/>
    internal static IRKernel Compile(MethodInfo method) => Compile(KernelEntry.OfIndex(method));

    /// <param name="entry">The method and how it is launched.</param>
    /// <param name="supports">The mathematics that the backend does itself; all where it is left out.</param>
    /// <exception cref="KernelRefusedException">The method does what kernels may not do.</exception>
    internal static IRKernel Compile(KernelEntry entry, MathSupport? supports = null)
    {
        var kernel = KernelTranslations.Take(entry, supports);
        KernelOptimizer.Optimize(kernel);
        return kernel;
    }

    /// <inheritdoc cref="Compile(KernelEntry, MathSupport, Func{IRParameter, long?})"/>
    internal static IRKernel Compile(MethodInfo method, Func<IRParameter, long?> known) =>
        Compile(KernelEntry.OfIndex(method), supports: null, known);

    /// <summary>
    /// A version of the kernel for known values of some parameters, such as strides of 0 and 1: they are constants of it, and addresses
    /// that are affine or uniform only for these values are seen to be so. Whoever launches it makes sure that the values hold.
    /// </summary>
    /// <param name="entry">The method and how it is launched.</param>
    /// <param name="supports">The mathematics that the backend does itself; all where it is null.</param>
    /// <param name="known">The bits of a parameter (see <see cref="IRValue.Bits"/>), or null where it stays a parameter.</param>
    /// <exception cref="KernelRefusedException">The method does what kernels may not do.</exception>
    internal static IRKernel Compile(KernelEntry entry, MathSupport? supports, Func<IRParameter, long?> known)
    {
        var kernel = KernelTranslations.Take(entry, supports);
        var constants = new IRReplacements();
        foreach (var parameter in kernel.Parameters)
        {
            if (known(parameter) is { } bits)
                constants.Add(parameter.Value, kernel.Const(parameter.Value.Type, bits));
        }

        kernel.ReplaceUses(constants);
        KernelOptimizer.Optimize(kernel);
        return kernel;
    }
}
