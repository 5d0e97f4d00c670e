using System.Reflection;
using ILGPU.Runtime;
using ILGPU.Tests.Kernels;

namespace ILGPU.Tests.Differential;

/// <summary>Every kernel of the suite gives on every target what its C# method gives in a plain loop.</summary>
public class DifferentialTests
{
    private static readonly Dictionary<string, KernelCase> Kernels =
        KernelCatalog.All.Concat(KernelCatalog.Of(Assembly.Load("FlowLab.Ilgpu.Kernels.Debug"), "Debug.")).ToDictionary(kernel => kernel.Name);

    private DifferentialTargets _targets = null!;

    [OneTimeSetUp]
    public void SetUp() => _targets = new();

    [OneTimeTearDown]
    public void TearDown()
    {
        foreach (var target in _targets.All)
            TestContext.Progress.WriteLine($"{target}: {target.KernelsRun} kernels, {target.KernelsRefused} that it does not run");
        _targets.Dispose();
    }

    [TestCaseSource(nameof(Names))]
    public void A_kernel_means_its_method(string name) => Assert.That(_targets.FaultOf(Kernels[name]), Is.Null);

    [Test]
    public void An_OpenCL_device_takes_part()
    {
        if (!_targets.All.Any(target => target.Accelerator.AcceleratorType == AcceleratorType.OpenCL))
            Assert.Ignore("There is no OpenCL device; install an ICD loader and a driver, such as ocl-icd-libopencl1 and pocl-opencl-icd.");
    }

    [Test]
    public void There_are_hundreds_of_kernels_optimized_and_not()
    {
        Assert.That(KernelCatalog.All, Has.Count.GreaterThan(900));
        Assert.That(Kernels, Has.Count.GreaterThan(KernelCatalog.All.Count + 350));
    }

    private static IEnumerable<TestCaseData> Names() => Kernels.Keys.Select(name => new TestCaseData(name).SetName(name));
}
