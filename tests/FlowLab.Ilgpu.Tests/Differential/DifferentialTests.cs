using System.Reflection;
using ILGPU.Backends.Cpu;
using ILGPU.Frontend;
using ILGPU.IR;
using ILGPU.Passes;
using ILGPU.Tests.Cuda;
using ILGPU.Tests.Kernels;

namespace ILGPU.Tests.Differential;

/// <summary>Every kernel of the suite gives on every target what its C# method gives in a plain loop.</summary>
public class DifferentialTests
{
    private static readonly Dictionary<string, KernelCase> Kernels =
        KernelCatalog.All.Concat(KernelCatalog.Of(Assembly.Load("FlowLab.Ilgpu.Kernels.Debug"), "Debug.")).ToDictionary(kernel => kernel.Name);

    private CpuFixture _cpu = null!;
    private CudaFixture _cuda = null!;
    private KernelTarget _reference = null!;
    private IReadOnlyList<KernelTarget> _targets = null!;

    [OneTimeSetUp]
    public void SetUp()
    {
        _cpu = new(1);
        _cuda = new();
        _reference = new ReferenceTarget(_cpu.Accelerator);
        _targets =
        [
            new InterpreterTarget("the IR of the frontend", _cpu.Accelerator, entry => KernelFrontend.Build(entry)),
            new InterpreterTarget("the optimized IR", _cpu.Accelerator, entry => KernelCompiler.Compile(entry)),
            new InterpreterTarget("the optimized IR of basic operations", _cpu.Accelerator, entry => KernelCompiler.Compile(entry, HasBasic)),
            new SimdTarget(VectorTable.Of128, _cpu.Accelerator),
            new SimdTarget(VectorTable.Of256, _cpu.Accelerator),
            new SimdTarget(VectorTable.Of512, _cpu.Accelerator),
            new CudaTarget(_cuda.Accelerator),
        ];
    }

    [OneTimeTearDown]
    public void TearDown()
    {
        _cuda.Dispose();
        _cpu.Dispose();
    }

    [TestCaseSource(nameof(Names))]
    public void A_kernel_means_its_method(string name)
    {
        var kernel = Kernels[name];
        var expected = _reference.Run(kernel);
        foreach (var target in _targets)
        {
            var actual = target.Run(kernel);
            if (actual.Refusal is { } refusal)
                Assert.That(target.MayRefuse(refusal), $"{target} does not run {kernel}: {refusal}");
            else if (expected.Difference(actual, kernel) is { } difference)
                Assert.Fail($"{kernel} on {target}, {difference}");
        }
    }

    [Test]
    public void There_are_hundreds_of_kernels_optimized_and_not()
    {
        Assert.That(KernelCatalog.All, Has.Count.GreaterThan(700));
        Assert.That(Kernels, Has.Count.GreaterThan(KernelCatalog.All.Count + 250));
    }

    private static bool HasBasic(MathFunction function, IRType type) => MathBodies.IsBasic(function, type) || type == IRType.Float64;

    private static IEnumerable<TestCaseData> Names() => Kernels.Keys.Select(name => new TestCaseData(name).SetName(name));
}
