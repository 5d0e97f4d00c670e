using ILGPU.Tests.Kernels;

namespace ILGPU.Tests.OpenCL;

/// <summary>Every kernel of the suite gives on an OpenCL device what its C# method gives in a plain loop.</summary>
public class OpenClDifferentialTests
{
    private static readonly Dictionary<string, KernelCase> Kernels = KernelCatalog.All.ToDictionary(kernel => kernel.Name);

    private readonly CpuFixture _cpu = new(1);
    private OpenClFixture? _opencl;
    private KernelTarget _reference = null!;
    private KernelTarget _target = null!;

    [OneTimeSetUp]
    public void Open()
    {
        _opencl = OpenClFixture.Open();
        _reference = new ReferenceTarget(_cpu.Accelerator);
        _target = new AcceleratorTarget(_opencl.Accelerator, Lacks);
    }

    [OneTimeTearDown]
    public void Close()
    {
        _opencl?.Dispose();
        _cpu.Dispose();
    }

    [TestCaseSource(nameof(Names))]
    public void A_kernel_means_its_method(string name)
    {
        var kernel = Kernels[name];
        var actual = _target.Run(kernel);
        if (actual.Refusal is { } refusal)
            Assert.That(_target.MayRefuse(refusal), refusal);
        else
            Assert.That(_reference.Run(kernel).Difference(actual, kernel), Is.Null);
    }

    private static bool Lacks(string reason) => reason.StartsWith("FLK302", StringComparison.Ordinal) || reason.StartsWith("FLK303", StringComparison.Ordinal);

    private static IEnumerable<TestCaseData> Names() => Kernels.Keys.Select(name => new TestCaseData(name).SetName($"{name}_on_OpenCL"));
}
