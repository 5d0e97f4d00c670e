using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.IR;
using FlowLab.Accelerators.Passes;
using FlowLab.Accelerators.Simd;
using FlowLab.Accelerators.Tracing;

namespace FlowLab.Accelerators.Listings;

/// <summary>The vector code of a kernel: the IL that the SIMD accelerator emits, as statements, for strides that keep neighbours side by side.</summary>
internal static class SimdListing
{
    private static readonly VectorTable[] Widths = [VectorTable.Of128, VectorTable.Of256, VectorTable.Of512];

    internal static string Of(KernelEntry entry, int width)
    {
        var vectors = width == 0 ? VectorTable.Best : Widths.Single(vectors => vectors.Lanes * 32 == width);
        var analysis = Analyze(entry, vectors.Lanes, out var strides);
        var text = SimdEmitter.List(analysis, vectors);
        var name = TypeNames.Of(entry.Method);
        var parameters = analysis.IsGrouped ? "GroupState* group, int warp, int end, long frame, int point" : "long x, long end, int y, int z";
        return $"// {name} on vectors of {vectors.Lanes * 32} bits: {vectors.Lanes} instances at a time{strides}\n"
            + $"{(analysis.IsGrouped ? "int" : "void")} {entry.Method.Name}(long* arguments, {parameters})\n{{\n{text}}}\n";
    }

    private static SimdAnalysis Analyze(KernelEntry entry, int lanes, out string strides)
    {
        var kernel = KernelFrontend.Build(entry, PerLaneOperations.Supports);
        var form = kernel.UsesGroups ? SimdForm.Groups : SimdForm.Rows;
        var parameters = new StrideParameters(kernel);
        strides = parameters.Names.Count == 0 ? "" : $"; the version for strides of 1 of {string.Join(", ", parameters.Names)}";
        parameters.ApplyOnes(kernel);
        KernelOptimizer.Optimize(kernel);
        return new(kernel, form, lanes);
    }
}
