using ILGPU.Backends.Cpu;
using ILGPU.Frontend;
using ILGPU.Passes;
using ILGPU.Runtime;

namespace ILGPU.Listings;

/// <summary>The vector code of a kernel: the IL that the CPU device emits, as statements, for strides that keep neighbours side by side.</summary>
internal static class SimdListing
{
    private static readonly VectorTable[] Widths = [VectorTable.Of128, VectorTable.Of256, VectorTable.Of512];

    internal static string Of(KernelEntry entry, int width)
    {
        try
        {
            return TextOf(entry, width);
        }
        catch (SimdLimitException limit)
        {
            throw new NotSupportedException(limit.Message, limit);
        }
    }

    private static string TextOf(KernelEntry entry, int width)
    {
        var vectors = width == 0 ? VectorTable.Best : Widths.Single(vectors => vectors.Lanes * 32 == width);
        var arguments = ArgumentTuple.TypeOf([.. entry.Method.GetParameters().Skip(entry.FirstArgument).Select(parameter => parameter.ParameterType)]);
        var analysis = Analyze(entry, out var strides);
        var text = SimdEmitter.List(analysis, vectors, arguments);
        var name = TypeNames.Of(entry.Method);
        return $"// {name} on vectors of {vectors.Lanes * 32} bits: {vectors.Lanes} instances at a time{strides}\n"
            + $"void {entry.Method.Name}(in arguments, long x, long end, int y, int z)\n{{\n{text}}}\n";
    }

    private static SimdAnalysis Analyze(KernelEntry entry, out string strides)
    {
        var kernel = KernelFrontend.Build(entry);
        KernelCompiler.Optimize(kernel, verifyEachPass: false);
        var parameters = new StrideParameters(new SimdAnalysis(kernel));
        strides = parameters.Names.Count == 0 ? "" : $"; the version for strides of 1 of {string.Join(", ", parameters.Names)}";
        kernel = KernelFrontend.Build(entry);
        parameters.ApplyOnes(kernel);
        KernelCompiler.Optimize(kernel, verifyEachPass: false);
        return new(kernel);
    }
}
