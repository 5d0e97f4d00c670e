using System.Reflection;
using FlowLab.Accelerators.OpenCl12;
using FlowLab.Accelerators.Tests.Kernels;

namespace FlowLab.Accelerators.Tests.Differential;

/// <summary>Every kernel of the suite gives on every target what its C# method gives in a plain loop.</summary>
public class DifferentialTests
{
    private static readonly Dictionary<string, KernelCase> Kernels =
        KernelCatalog.All.Concat(KernelCatalog.Of(Assembly.Load("FlowLab.Accelerators.Kernels.Debug"), "Debug.")).ToDictionary(kernel => kernel.Name);

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
    public void A_kernel_means_its_method(string name) =>
        Assert.That(_targets.FaultOf(Kernels[name], _targets.Core), Is.Null);

    [Test]
    public void A_kernel_means_its_method_on_all_other_targets()
    {
        LongTests.Require();
        var others = _targets.All.Except(_targets.Core).ToList();
        Assert.That(Kernels.Values.Select(kernel => _targets.FaultOf(kernel, others)).Where(fault => fault is not null), Is.Empty);
    }

    [Test]
    public void An_OpenCL_device_takes_part()
    {
        if (OpenCl12Device.GetDevices().IsEmpty)
            Assert.Ignore("There is no OpenCL device; install an ICD loader and a driver, such as ocl-icd-libopencl1 and pocl-opencl-icd.");
        Assert.That(_targets.All.Select(target => target.Name), Has.Some.StartsWith("OpenCL on "));
    }

    [Test]
    public void There_are_hundreds_of_kernels_optimized_and_not()
    {
        Assert.That(KernelCatalog.All, Has.Count.GreaterThan(900));
        Assert.That(Kernels, Has.Count.GreaterThan(KernelCatalog.All.Count + 350));
    }

    /// <summary>Every other one, but for long tests.</summary>
    private static IEnumerable<TestCaseData> Names() => Kernels.Keys.Where((_, index) => LongTests.AreOn || index % 2 == 0).Select(name => new TestCaseData(name).SetName(name));
}
