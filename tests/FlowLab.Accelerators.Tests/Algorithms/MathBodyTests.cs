using System.Reflection;
using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.IR;
using FlowLab.Accelerators.Tests.Kernels;
using FlowLab.Accelerators.Tests.Kernels.Functions;

namespace FlowLab.Accelerators.Tests.Algorithms;

/// <summary>Kernels for backends without functions of their own: inlined, of basic operations only, with the bits of their bodies.</summary>
public class MathBodyTests
{
    private static readonly float[] Left = [.. UlpSweep.Interesting().Where((_, i) => i % 211 == 0), .. Enumerable.Range(-50, 100).Select(n => n * 0.73f)];

    private static readonly float[] Right = [.. Left.Reverse().Select((value, i) => i % 3 == 0 ? i % 30 : value)];

    private static IEnumerable<TestCaseData> Kernels() => MethodsOf(typeof(FloatFunctions)).Select(method => new TestCaseData(method).SetName($"{method.Name}_is_inlined"));

    private static IEnumerable<TestCaseData> DoubleKernels() =>
        MethodsOf(typeof(DoubleFunctions)).Select(method => new TestCaseData(method).SetName($"{method.Name}_of_doubles_is_inlined"));

    /// <summary>Kernels of the framework's method, which mean the kernels of the same name of PortableMath.</summary>
    private static IEnumerable<TestCaseData> FrameworkMethods() =>
        MethodsOf(typeof(FrameworkFunctions)).Select(method => new TestCaseData(method).SetName($"{method.Name}_of_the_framework_means_the_portable_one"));

    [TestCaseSource(nameof(Kernels))]
    public void An_inlined_function_has_the_bits_of_its_body(MethodInfo method) => Compare(method, method);

    [TestCaseSource(nameof(FrameworkMethods))]
    public void A_framework_method_means_the_portable_one(MethodInfo method) =>
        Compare(method, MethodsOf(typeof(FloatFunctions)).Single(candidate => candidate.Name == method.Name));

    [TestCaseSource(nameof(DoubleKernels))]
    public void An_inlined_function_of_doubles_is_made_of_basic_operations(MethodInfo method) => Assert.That(Inlined(method).Values, Is.Not.Empty);

    [Test]
    public void Every_body_has_a_kernel()
    {
        foreach (var (function, type) in MathBodies.Known.Where(body => body.Function != MathFunction.Remainder))
        {
            var names = MethodsOf(type == IRType.Float32 ? typeof(FloatFunctions) : typeof(DoubleFunctions)).Select(method => method.Name.ToUpperInvariant());
            Assert.That(names, Does.Contain(function.ToString().ToUpperInvariant()));
        }
    }

    private static IEnumerable<MethodInfo> MethodsOf(Type home) =>
        home.GetMethods(BindingFlags.Static | BindingFlags.NonPublic).Where(method => method.GetParameters() is [{ ParameterType: var type }, ..] && type == typeof(Index1D));

    private static void Compare(MethodInfo kernel, MethodInfo meaning)
    {
        using var simd = new SimdFixture();
        var x = simd.Accelerator.Allocate1D(Left).View.BaseView;
        var y = simd.Accelerator.Allocate1D(Right).View.BaseView;
        var result = simd.Accelerator.Allocate1D(new float[Left.Length]).View.BaseView;
        for (var i = 0; i < Left.Length; i++)
            meaning.Invoke(null, [new Index1D(i), x, y, result]);
        var expected = result.GetAsArray();
        result.MemSetToZero();
        new IRInterpreter(Inlined(kernel), x, y, result).RunAll(Left.Length);
        AssertSame(result.GetAsArray(), expected);
    }

    private static IRKernel Inlined(MethodInfo method)
    {
        var ir = KernelCompiler.Compile(KernelEntry.OfIndex(method), MathBodies.IsBasic);
        IRVerifier.Verify(ir);
        foreach (var value in ir.Values.Where(value => value.Opcode == IROpcode.Math || (value.Opcode == IROpcode.RemS && value.Type.IsFloat)))
            Assert.That(MathBodies.IsBasic(value.Function, value.Type) && value.Opcode == IROpcode.Math, value.ToString());
        return ir;
    }

    private static void AssertSame(float[] actual, float[] expected)
    {
        for (var i = 0; i < actual.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(actual[i]) != BitConverter.SingleToInt32Bits(expected[i]) && !(float.IsNaN(actual[i]) && float.IsNaN(expected[i])))
                Assert.Fail($"at {Left[i]:R}, {Right[i]:R}: {actual[i]:R}, expected {expected[i]:R}");
        }
    }
}
