using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.OpenCl12;

namespace FlowLab.Accelerators.Tests.OpenCL;

/// <summary>The OpenCL C of some kernels, letter for letter. Set FLOWLAB_REGENERATE_GOLDEN=1 to write the files anew.</summary>
public class GoldenSourceTests
{
    private static readonly OpenClTarget Everything = new() { HasDoubles = true, HasLongAtomics = true, HasExtendedLongAtomics = true };

    private static readonly bool IsRegenerating = Environment.GetEnvironmentVariable("FLOWLAB_REGENERATE_GOLDEN") == "1";

#if DEBUG
    [OneTimeSetUp]
    public void Skip() => Assert.Ignore("The files hold what becomes of the optimised IL of a release build.");
#endif

    [TestCaseSource(nameof(Kernels))]
    public void The_source_is_the_golden_one(MethodInfo method)
    {
        var text = SourceOf(method, Everything);
        var path = PathOf($"{method.Name}.cl");
        if (IsRegenerating)
            File.WriteAllText(path, text);
        Assert.That(text, Is.EqualTo(File.ReadAllText(path)));
    }

    [TestCaseSource(nameof(Kernels))]
    public void The_source_is_the_same_in_every_culture(MethodInfo method)
    {
        var culture = CultureInfo.CurrentCulture;
        var foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (foreign.NumberFormat.NumberDecimalSeparator, foreign.NumberFormat.NegativeSign) = (",", "~");
        try
        {
            CultureInfo.CurrentCulture = foreign;
            Assert.That(SourceOf(method, Everything), Is.EqualTo(File.ReadAllText(PathOf($"{method.Name}.cl"))));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    internal static string SourceOf(MethodInfo method, OpenClTarget target)
    {
        var isGrouped = method.GetParameters()[0].ParameterType is var first && !typeof(IIndex).IsAssignableFrom(first);
        var entry = isGrouped ? KernelEntry.OfGroups(method) : KernelEntry.OfIndex(method);
        return OpenClCompiler.Compile(entry, target).Text;
    }

    internal static string PathOf(string name, [CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "Golden", name);

    private static IEnumerable<TestCaseData> Kernels() =>
        typeof(GoldenKernels).GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
            .Where(method => method.DeclaringType == typeof(GoldenKernels) && !method.Name.StartsWith('<'))
            .Select(method => new TestCaseData(method).SetArgDisplayNames(method.Name));
}
