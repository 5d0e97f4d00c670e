using ILGPU.Backends.Cpu;
using ILGPU.Frontend;
using ILGPU.IR;
using ILGPU.Passes;
using ILGPU.Tests.Kernels;

namespace ILGPU.Tests.Differential;

/// <summary>Everything on this machine that runs kernels.</summary>
internal static class DifferentialTargets
{
    internal static IReadOnlyList<KernelTarget> Of(KernelReferences references) =>
    [
        new InterpreterTarget("the IR of the frontend", references.OfWarps(4), entry => KernelFrontend.Build(entry)),
        new InterpreterTarget("the optimized IR", references.OfWarps(4), entry => KernelCompiler.Compile(entry)),
        new InterpreterTarget("the optimized IR of basic operations", references.OfWarps(4), entry => KernelCompiler.Compile(entry, HasBasic)),
        new SimdTarget(VectorTable.Of128, references.OfWarps(4)),
        new SimdTarget(VectorTable.Of256, references.OfWarps(8)),
        new SimdTarget(VectorTable.Of512, references.OfWarps(16)),
    ];

    private static bool HasBasic(MathFunction function, IRType type) => MathBodies.IsBasic(function, type) || type == IRType.Float64;
}
