using ILGPU.Backends.Cpu;
using ILGPU.Frontend;
using ILGPU.IR;
using ILGPU.Passes;
using ILGPU.Runtime;
using ILGPU.Runtime.OpenCL;
using ILGPU.Tests.Cuda;
using ILGPU.Tests.Kernels;

namespace ILGPU.Tests.Differential;

/// <summary>Everything on this machine that runs kernels, the PTX machine among it, and what they are compared with.</summary>
internal sealed class DifferentialTargets : IDisposable
{
    private readonly CudaFixture _cuda = new();
    private readonly Context _openCl = Context.Create(builder => builder.OpenCL());

    internal DifferentialTargets() => All =
    [
        new InterpreterTarget("the IR of the frontend", References.OfWarps(4), entry => KernelFrontend.Build(entry)),
        new InterpreterTarget("the optimized IR", References.OfWarps(4), entry => KernelCompiler.Compile(entry)),
        new InterpreterTarget("the optimized IR of basic operations", References.OfWarps(4), entry => KernelCompiler.Compile(entry, HasBasic)),
        new SimdTarget(VectorTable.Of128, References.OfWarps(4)),
        new SimdTarget(VectorTable.Of256, References.OfWarps(8)),
        new SimdTarget(VectorTable.Of512, References.OfWarps(16)),
        new AcceleratorTarget(_cuda.Accelerator, LacksDoubleMath),
        .. OpenClTargets(),
    ];

    internal KernelReferences References { get; } = new();

    internal IReadOnlyList<KernelTarget> All { get; }

    /// <summary>Says what is wrong with a kernel on any target; null where nothing is.</summary>
    internal string? FaultOf(KernelCase kernel) => All.Select(target => FaultOf(target, kernel)).FirstOrDefault(fault => fault is not null);

    public void Dispose()
    {
        _openCl.Dispose();
        _cuda.Dispose();
        References.Dispose();
    }

    private List<AcceleratorTarget> OpenClTargets()
    {
        var targets = new List<AcceleratorTarget>();
        foreach (var device in _openCl.GetCLDevices())
            targets.Add(new(device.CreateCLAccelerator(_openCl), reason => Lacks(device, reason)));
        return targets;
    }

    private string? FaultOf(KernelTarget target, KernelCase kernel)
    {
        try
        {
            return References.Check(kernel, target);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return $"{kernel} on {target}: {error}";
        }
    }

    private static bool HasBasic(MathFunction function, IRType type) => MathBodies.IsBasic(function, type) || type == IRType.Float64;

    private static bool LacksDoubleMath(string reason) =>
        reason.StartsWith("FLK119", StringComparison.Ordinal) && reason.Contains("of Double", StringComparison.Ordinal);

    private static bool Lacks(CLDevice device, string reason) =>
        (reason.StartsWith("FLK302", StringComparison.Ordinal) && !device.HasExtension("cl_khr_fp64"))
        || (reason.StartsWith("FLK303", StringComparison.Ordinal) && !device.HasExtension("cl_khr_int64_base_atomics"));
}
