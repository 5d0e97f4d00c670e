using System.Reflection;
using ILGPU.Tests.Kernels;

namespace ILGPU.Tests.Differential;

/// <summary>Every kernel of the suite gives on every target what its C# method gives in a plain loop.</summary>
public class DifferentialTests
{
    private static readonly Dictionary<string, KernelCase> Kernels =
        KernelCatalog.All.Concat(KernelCatalog.Of(Assembly.Load("FlowLab.Ilgpu.Kernels.Debug"), "Debug.")).ToDictionary(kernel => kernel.Name);

    private KernelReferences _references = null!;
    private IReadOnlyList<KernelTarget> _targets = null!;

    [OneTimeSetUp]
    public void SetUp()
    {
        _references = new();
        _targets = DifferentialTargets.Of(_references);
    }

    [OneTimeTearDown]
    public void TearDown() => _references.Dispose();

    [TestCaseSource(nameof(Names))]
    public void A_kernel_means_its_method(string name)
    {
        var faults = _targets.Select(target => _references.Check(Kernels[name], target)).OfType<string>();
        Assert.That(faults, Is.Empty);
    }

    [Test]
    public void There_are_hundreds_of_kernels_optimized_and_not()
    {
        Assert.That(KernelCatalog.All, Has.Count.GreaterThan(700));
        Assert.That(Kernels, Has.Count.GreaterThan(KernelCatalog.All.Count + 250));
    }

    private static IEnumerable<TestCaseData> Names() => Kernels.Keys.Select(name => new TestCaseData(name).SetName(name));
}
