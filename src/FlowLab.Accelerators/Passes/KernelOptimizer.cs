using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Passes;

/// <summary>Runs all passes over a kernel, the same for every backend.</summary>
internal static class KernelOptimizer
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
