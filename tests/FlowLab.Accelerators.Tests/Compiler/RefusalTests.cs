using System.Text.RegularExpressions;
using FlowLab.Accelerators.Frontend;

namespace FlowLab.Accelerators.Tests.Compiler;

/// <summary>What kernels may not do is refused with a number, a place, the calls that led there, and a remedy.</summary>
public class RefusalTests
{
    private static int s_mutable;

    private interface IThing
    {
        int Value();
    }

    private static IEnumerable<TestCaseData> Kernels() => new (int Number, Action<Index1D, ArrayView<int>> Kernel)[]
    {
        (108, Interface), (102, CallsDelegate), (103, Framework), (104, Recursion), (105, Array), (105, Object), (106, Text), (107, Throws), (107, Catches),
        (109, Static), (110, TwoLocals), (111, Stackalloc), (112, Checked), (115, Endless),
    }.Select(test => new TestCaseData(test.Number, test.Kernel).SetArgDisplayNames(test.Kernel.Method.Name));

    [TestCaseSource(nameof(Kernels))]
    public void A_kernel_is_refused_by_number(int number, Action<Index1D, ArrayView<int>> kernel)
    {
        var error = Assert.Throws<KernelRefusedException>(() => KernelCompiler.Compile(kernel.Method))!;
        Assert.That(error.Refusal.Number, Is.EqualTo(number), error.Message);
        Assert.That(error.Message, Does.StartWith($"FLK{number}: ").And.Contain(error.Refusal.Remedy));
    }

    [Test]
    public void The_message_has_line_and_call_chain()
    {
        var error = Assert.Throws<KernelRefusedException>(() => KernelCompiler.Compile(((Action<Index1D, ArrayView<int>>)Outer).Method))!;
        var text = Regex.Replace(error.Message, ":[0-9]+\\)", ":line)").ReplaceLineEndings("\n");
        Assert.That(text, Is.EqualTo(
            "FLK106: RefusalTests.Innermost (RefusalTests.cs:line) uses a string: ldstr. Report through a buffer of numbers; make the text on the host.\n"
            + "  called from RefusalTests.Middle (RefusalTests.cs:line)\n"
            + "  called from RefusalTests.Outer (RefusalTests.cs:line)"));
    }

    [Test]
    public void The_line_is_the_one_of_the_statement()
    {
        var error = Assert.Throws<KernelRefusedException>(() => KernelCompiler.Compile(((Action<Index1D, ArrayView<int>>)Outer).Method))!;
        var line = int.Parse(Regex.Match(error.Message, "Innermost \\(RefusalTests.cs:([0-9]+)\\)").Groups[1].Value, null);
        var path = Path.Combine(FindRepository(), "tests", "FlowLab.Accelerators.Tests", "Compiler", "RefusalTests.cs");
        Assert.That(File.ReadAllLines(path)[line - 1], Does.Contain("the line of the fault"));
    }

    [Test]
    public void A_kernel_returns_nothing() => Refused(117, ((Func<Index1D, ArrayView<int>, int>)ReturnsValue).Method);

    [Test]
    public void A_kernel_starts_with_an_index() => Refused(116, ((Action<int, ArrayView<int>>)NoIndex).Method);

    [Test]
    public void A_kernel_takes_no_references() => Refused(108, ((Action<Index1D, string>)TakesText).Method);

    [Test]
    public void Numbers_are_unique_and_every_remedy_is_a_sentence()
    {
        Assert.That(KernelRefusal.All.Select(refusal => refusal.Number), Is.Unique.And.Ordered);
        Assert.That(KernelRefusal.All.Select(refusal => refusal.Remedy), Is.All.EndsWith("."));
    }

    private static void Refused(int number, System.Reflection.MethodInfo method)
    {
        var error = Assert.Throws<KernelRefusedException>(() => KernelCompiler.Compile(method))!;
        Assert.That(error.Refusal.Number, Is.EqualTo(number), error.Message);
    }

    private static string FindRepository()
    {
        var folder = TestContext.CurrentContext.TestDirectory;
        while (!File.Exists(Path.Combine(folder, "FlowLab.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    private static void Interface(Index1D i, ArrayView<int> r) => r[i] = ThingOf(i).Value();

    private static IThing ThingOf(int value) => value > 0 ? new Thing() : new OtherThing();

    private static void CallsDelegate(Index1D i, ArrayView<int> r) => r[i] = Apply(static x => x + 1, i);

    private static int Apply(Func<int, int> function, int value) => function(value);

    private static void Framework(Index1D i, ArrayView<int> r) => r[i] = Environment.CurrentManagedThreadId;

    private static void Recursion(Index1D i, ArrayView<int> r) => r[i] = Factorial(i);

    private static int Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);

    private static void Array(Index1D i, ArrayView<int> r) => r[i] = new int[3].Length;

    private static void Object(Index1D i, ArrayView<int> r) => r[i] = new Thing().Value();

    private static void Text(Index1D i, ArrayView<int> r) => r[i] = "abc".Length;

    private static void Throws(Index1D i, ArrayView<int> r)
    {
        if (i > 3)
            ThrowHelper();
        r[i] = 1;
    }

    private static void ThrowHelper() => ArgumentOutOfRangeException.ThrowIfNegative(-1);

    private static void Catches(Index1D i, ArrayView<int> r)
    {
        try
        {
            r[i] = 1 / i;
        }
        finally
        {
            r[i + 1] = 2;
        }
    }

    private static void Static(Index1D i, ArrayView<int> r) => r[i] = s_mutable++;

    private static void TwoLocals(Index1D i, ArrayView<int> r)
    {
        int x = 1, y = 2;
        ref int either = ref (i > 2 ? ref x : ref y);
        either = 5;
        r[i] = x + y;
    }

    private static unsafe void Stackalloc(Index1D i, ArrayView<int> r)
    {
        int* memory = stackalloc int[4];
        memory[i] = 3;
        r[i] = memory[0];
    }

    private static void Checked(Index1D i, ArrayView<int> r) => r[i] = checked(r[i] * 1000);

    private static void Endless(Index1D i, ArrayView<int> r)
    {
        while (true)
            r[i]++;
    }

    private static void Outer(Index1D i, ArrayView<int> r) => Middle(i, r);

    private static void Middle(int i, ArrayView<int> r) => r[i] = Innermost(i);

    private static int Innermost(int i)
    {
        var length = i;
        length += "text".Length; // the line of the fault
        return length;
    }

    private static int ReturnsValue(Index1D i, ArrayView<int> r) => r[i];

    private static void NoIndex(int i, ArrayView<int> r) => r[i] = 1;

    private static void TakesText(Index1D i, string text)
    {
    }

    private sealed class OtherThing : IThing
    {
        public int Value() => 4;
    }

    private sealed class Thing : IThing
    {
        public int Value() => 3;
    }
}
