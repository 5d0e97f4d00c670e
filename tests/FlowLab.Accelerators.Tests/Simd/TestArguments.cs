using FlowLab.Accelerators.IR;
using FlowLab.Accelerators.Simd;
using FlowLab.Accelerators.Tests.Kernels;

namespace FlowLab.Accelerators.Tests.Simd;

/// <summary>The block of arguments of a launch, made of boxed C# arguments, for variants that are run without a launcher.</summary>
internal static unsafe class TestArguments
{
    /// <summary>Runs all pieces of a variant, some at a time.</summary>
    internal static void RunAll(ProgramVariant variant, IRKernel kernel, LaunchDimensions dimensions, params object[] arguments)
    {
        const int Pieces = 2;
        var total = variant.CountOf(in dimensions);
        fixed (long* block = BlockOf(kernel, arguments))
        {
            for (long from = 0; from < total; from += Pieces)
                variant.Run(block, in dimensions, from, Math.Min(from + Pieces, total));
        }
    }

    private static long[] BlockOf(IRKernel kernel, object[] arguments)
    {
        var scalars = kernel.Parameters.Where(parameter => parameter.IsArgument).ToList();
        var block = new long[scalars.Max(scalar => scalar.Slot) + ArgumentSlots.PerView];
        foreach (var scalar in scalars)
            block[scalar.Slot] = IRArguments.Extract(scalar, arguments[scalar.Argument - 1]);
        return block;
    }
}
