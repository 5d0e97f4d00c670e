using System.Reflection;
using ILGPU.Tests.Kernels;
using ILGPU.Tests.Kernels.Programs;

namespace ILGPU.Tests.Cuda;

/// <summary>The kernels and random programs of the differential suite, as PTX on the simulated driver.</summary>
public class CudaDifferentialTests
{
    private const int Programs = 200;
    private const int Seed = 31;

    private static readonly Dictionary<string, KernelCase> Kernels =
        KernelCatalog.All.Concat(KernelCatalog.Of(Assembly.Load("FlowLab.Ilgpu.Kernels.Debug"), "Debug.")).ToDictionary(kernel => kernel.Name);

    private CudaFixture _cuda = null!;
    private KernelReferences _references = null!;
    private CudaTarget _target = null!;

    [OneTimeSetUp]
    public void SetUp()
    {
        (_cuda, _references) = (new(), new());
        _target = new(_cuda.Accelerator);
    }

    [OneTimeTearDown]
    public void TearDown()
    {
        _references.Dispose();
        _cuda.Dispose();
    }

    [TestCaseSource(nameof(Names))]
    public void A_kernel_means_its_method(string name) => Assert.That(_references.Check(Kernels[name], _target), Is.Null);

    [Test]
    public void Random_programs_mean_their_IL()
    {
        RandomProgram[] programs = [.. Enumerable.Range(0, Programs).Select(number => ProgramGenerator.Generate(Seed, number))];
        foreach (var (kernel, program) in ProgramAssembly.Build(programs).Zip(programs))
            Assert.That(_references.Check(kernel, _target), Is.Null, $"seed {Seed}\n{program}");
    }

    private static IEnumerable<TestCaseData> Names() => Kernels.Keys.Select(name => new TestCaseData(name).SetName($"Ptx.{name}"));
}
