using System.Reflection;
using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Passes;

/// <summary>From the C# method of a kernel to its optimised IR, the same for every backend.</summary>
internal static class KernelCompiler
{
    /// <summary>
    /// The passes in their order. Folding and merging make values equal, numbering finds them, motion takes them out of loops; the second
    /// round sees what the first laid open.
    /// </summary>
    internal static IReadOnlyList<IKernelPass> Passes { get; } =
    [
        // What the frontend left: phis of one value, integers that are bools, branches that are decided.
        new PhiSimplification(),
        new BooleanPhis(),
        new AlgebraicSimplification(),
        new DeadCodeElimination(),
        new CfgSimplification(),

        // Short circuits become one condition and small branches selects, which lets their blocks merge; twice, for branches inside of
        // branches.
        new BranchFusion(),
        new IfConversion(),
        new CfgSimplification(),
        new BranchFusion(),
        new IfConversion(),
        new CfgSimplification(),

        // Equal values become one, and the phis of equal values go.
        new AlgebraicSimplification(),
        new ValueNumbering(),
        new PhiSimplification(),

        // Out of the loops, where what came from several loops may be equal again.
        new LoopPreheaders(),
        new LoopInvariantMotion(),
        new ValueNumbering(),
        new AlgebraicSimplification(),

        // What nothing needs any more.
        new DeadCodeElimination(),
        new UnusedParameters(),
        new UnusedAllocations(),
    ];

    private static bool VerifiesEachPass =>
#if DEBUG
        true;
#else
        false;
#endif

    /// <summary>The kernel of a method with an index, for a backend that does all of mathematics itself.</summary>
    /// <inheritdoc cref="Compile(KernelEntry, MathSupport)"/>
    internal static IRKernel Compile(MethodInfo method) => Compile(KernelEntry.OfIndex(method));

    /// <param name="entry">The method and how it is launched.</param>
    /// <param name="supports">The mathematics that the backend does itself; all where it is left out.</param>
    /// <exception cref="KernelRefusedException">The method does what kernels may not do.</exception>
    internal static IRKernel Compile(KernelEntry entry, MathSupport? supports = null)
    {
        var kernel = KernelTranslations.Take(entry, supports);
        Optimize(kernel, VerifiesEachPass);
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
        Optimize(kernel, VerifiesEachPass);
        return kernel;
    }

    /// <param name="kernel">The kernel, changed in place.</param>
    internal static void Optimize(IRKernel kernel) => Optimize(kernel, VerifiesEachPass);

    /// <param name="kernel">The kernel, changed in place.</param>
    /// <param name="verifyEachPass">Verify before the first pass and after each, for tests.</param>
    internal static void Optimize(IRKernel kernel, bool verifyEachPass)
    {
        if (verifyEachPass)
            IRVerifier.Verify(kernel);
        foreach (var pass in Passes)
        {
            pass.Run(kernel);
            if (verifyEachPass)
                IRVerifier.Verify(kernel);
        }

        kernel.Renumber();
    }
}
