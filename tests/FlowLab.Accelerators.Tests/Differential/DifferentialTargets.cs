using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.OpenCl12;
using FlowLab.Accelerators.Simd;
using FlowLab.Accelerators.Tests.Kernels;
using ILGPU.Algorithms;

namespace FlowLab.Accelerators.Tests.Differential;

/// <summary>Everything that runs kernels, and what it is compared with. The others of all take part in long runs only.</summary>
internal sealed class DifferentialTargets : IDisposable
{
    private const int Threads = 2;

    private readonly Context _context = Context.Create(builder => builder.EnableAlgorithms());

    private readonly List<Accelerator> _accelerators = [];

    internal DifferentialTargets()
    {
        _context.AcceleratorCreated += (_, accelerator) => _accelerators.Add(accelerator);
        Core = [Interpreter("the optimized IR", entry => KernelCompiler.Compile(entry)), Simd(256)];
        All =
        [
            Interpreter("the IR of the frontend", entry => KernelFrontend.Build(entry)),
            Interpreter("the optimized IR of basic operations", entry => KernelCompiler.Compile(entry, MathBodies.IsBasic)),
            Simd(128),
            Simd(512),
            .. OpenCl12Device.GetDevices().Select(OpenCl),
            .. Core,
        ];
    }

    internal KernelReferences References { get; } = new();

    /// <summary>What every run tests.</summary>
    internal IReadOnlyList<KernelTarget> Core { get; }

    internal IReadOnlyList<KernelTarget> All { get; }

    /// <summary>Says what is wrong with a kernel on some of the targets; null where nothing is.</summary>
    internal string? FaultOf(KernelCase kernel, IEnumerable<KernelTarget> targets) =>
        targets.Select(target => FaultOf(target, kernel)).FirstOrDefault(fault => fault is not null);

    public void Dispose()
    {
        foreach (var accelerator in _accelerators)
            accelerator.Dispose();
        _context.Dispose();
        References.Dispose();
    }

    private InterpreterTarget Interpreter(string name, Func<KernelEntry, IR.IRKernel> compile) => new(name, References.OfWarps(4), compile);

    private AcceleratorTarget Simd(int vectorBits) =>
        new($"SIMD of {vectorBits} bits", new SimdDevice(Threads, vectorBits).CreateSimdAccelerator(_context));

    private AcceleratorTarget OpenCl(OpenCl12Device device) => new($"OpenCL on {device.Name}", device.CreateOpenCl12Accelerator(_context), reason => Lacks(device, reason));

    private static bool Lacks(OpenCl12Device device, string reason) =>
        (reason.StartsWith("FLK302", StringComparison.Ordinal) && !device.HasDoubles) || (reason.StartsWith("FLK303", StringComparison.Ordinal) && !device.HasLongAtomics);

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
}
