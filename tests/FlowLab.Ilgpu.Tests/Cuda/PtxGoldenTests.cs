using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using ILGPU.Backends.Cuda;
using ILGPU.Runtime;

namespace ILGPU.Tests.Cuda;

/// <summary>The PTX of some kernels, letter for letter. Set FLOWLAB_REGENERATE_GOLDEN=1 to write the files anew.</summary>
public class PtxGoldenTests
{
    private static readonly bool IsRegenerating = Environment.GetEnvironmentVariable("FLOWLAB_REGENERATE_GOLDEN") == "1";

#if DEBUG
    [OneTimeSetUp]
    public void Skip() => Assert.Ignore("The files hold what becomes of the optimised IL of a release build.");
#endif

    [TestCaseSource(nameof(Kernels))]
    public void The_text_is_the_golden_one(MethodInfo method)
    {
        var text = TextOf(method);
        var path = PathOf($"{method.Name}.ptx");
        if (IsRegenerating)
            File.WriteAllText(path, text);
        Assert.That(text, Is.EqualTo(File.ReadAllText(path)));
    }

    [TestCaseSource(nameof(Kernels))]
    public void The_text_is_the_same_in_every_culture(MethodInfo method)
    {
        var culture = CultureInfo.CurrentCulture;
        var foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (foreign.NumberFormat.NumberDecimalSeparator, foreign.NumberFormat.NegativeSign) = (",", "~");
        try
        {
            CultureInfo.CurrentCulture = foreign;
            Assert.That(TextOf(method), Is.EqualTo(File.ReadAllText(PathOf($"{method.Name}.ptx"))));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Test]
    public void Limits_of_groups_are_directives()
    {
        var method = ((Action<ArrayView<float>, ArrayView<float>>)PtxGoldenKernels.TreeSum).Method;
        var text = PtxCompiler.Compile(KernelEntry.OfGroups(method) with { Specialization = new(128, 4) }).Text;
        Assert.That(text, Does.Contain(")\n.maxntid 128, 1, 1\n.minnctapersm 4\n{\n"));
    }

    [Test]
    public void Comments_name_the_lines_of_the_source()
    {
        var method = ((Action<ArrayView<float>, ArrayView<float>>)PtxGoldenKernels.TreeSum).Method;
        var text = PtxCompiler.Compile(KernelEntry.OfGroups(method), hasSourceLines: true).Text;
        Assert.That(text, Does.Match("\t// PtxGoldenKernels.cs:\\d+\n\tbar.sync 0;\n"));
        Assert.That(text.Split('\n').Where(line => !line.StartsWith("\t// ", StringComparison.Ordinal)), Is.EqualTo(TextOf(method).Split('\n')));
    }

    [Test]
    public void More_arguments_than_CUDA_passes_are_refused() => Assert.That(
        () => PtxCompiler.Compile(KernelEntry.OfIndex(((Action<Index1D, Quads<Quads<Quads<Quads<Quad>>>>, ArrayView<double>>)Large).Method)),
        Throws.InstanceOf<NotSupportedException>().With.Message.StartsWith("FLK401: PtxGoldenTests.Large (PtxGoldenTests.cs:")
            .And.Message.Contains("has more arguments than CUDA passes to a kernel: 8208 bytes, at most 4096. Pass large structs through a view of one element."));

    private static string TextOf(MethodInfo method)
    {
        var isGrouped = !typeof(IIndex).IsAssignableFrom(method.GetParameters()[0].ParameterType);
        return PtxCompiler.Compile(isGrouped ? KernelEntry.OfGroups(method) : KernelEntry.OfIndex(method)).Text;
    }

    private static string PathOf(string name, [CallerFilePath] string thisFile = "") => Path.Combine(Path.GetDirectoryName(thisFile)!, "Golden", name);

    private static IEnumerable<TestCaseData> Kernels() =>
        typeof(PtxGoldenKernels).GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(method => !method.Name.StartsWith('<'))
            .Select(method => new TestCaseData(method).SetArgDisplayNames(method.Name));

    private static void Large(Index1D i, Quads<Quads<Quads<Quads<Quad>>>> numbers, ArrayView<double> result) => result[i] = numbers.Sum();

    private interface ISum
    {
        double Sum();
    }

    private readonly record struct Quad(double A, double B, double C, double D) : ISum
    {
        public double Sum() => A + B + C + D;
    }

    private readonly record struct Quads<T>(T A, T B, T C, T D) : ISum
        where T : struct, ISum
    {
        public double Sum() => A.Sum() + B.Sum() + C.Sum() + D.Sum();
    }
}
