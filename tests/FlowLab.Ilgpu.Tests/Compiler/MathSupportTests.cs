using ILGPU.Algorithms;
using ILGPU.Frontend;
using ILGPU.IR;
using ILGPU.Passes;
using ILGPU.Runtime;

namespace ILGPU.Tests.Compiler;

/// <summary>Backends that do not compute a function get the C# body that XMath has for it.</summary>
public class MathSupportTests
{
    private static readonly float[] Points = [-90f, -3f, -0.25f, -0f, 0f, 1e-40f, 0.5f, 1f, 2.5f, 80f, 1e30f, float.NaN, float.PositiveInfinity];

    [Test]
    public void A_function_that_the_backend_has_is_one_operation()
    {
        var kernel = KernelCompiler.Compile(KernelEntry.OfIndex(((Action<Index1D, ArrayView<float>>)Functions).Method));
        Assert.That(kernel.Values.Where(value => value.Opcode == IROpcode.Math).Select(value => value.Function), Does.Contain(MathFunction.Log2));
    }

    [Test]
    public void Other_functions_are_the_polynomials_of_XMath_whatever_they_are_called_by()
    {
        using var cpu = new CpuFixture(1);
        using var data = cpu.Accelerator.Allocate1D([.. Points, .. new float[3 * Points.Length]]);
        var kernel = KernelCompiler.Compile(KernelEntry.OfIndex(((Action<Index1D, ArrayView<float>>)Functions).Method), HasArithmeticOnly);
        Assert.That(kernel.Values.Where(value => value.Opcode == IROpcode.Math), Is.All.Matches<IRValue>(value => HasArithmeticOnly(value.Function, value.Type)));
        new IRInterpreter(kernel, (ArrayView<float>)data.View).RunAll(Points.Length);
        float[] expected =
            [.. Points, .. Points.Select(XMath.Log2), .. Points.Select(XMath.Log10), .. Points.Select(x => XMath.Log(x) + XMath.Log(x))];
        Assert.That(data.GetAsArray1D().Select(BitConverter.SingleToInt32Bits), Is.EqualTo(expected.Select(BitConverter.SingleToInt32Bits)));
    }

    [Test]
    public void A_function_without_a_body_is_refused() => Assert.That(
        () => KernelCompiler.Compile(KernelEntry.OfIndex(((Action<Index1D, ArrayView<double>>)Doubles).Method), HasArithmeticOnly),
        Throws.TypeOf<KernelRefusedException>().With.Message.StartsWith("FLK119: XMath.Exp").And.Message.Contains("Exp of Double")
            .And.Message.Contains("Use the float32 function of XMath").And.Message.Contains("called from MathSupportTests.Doubles"));

    private static bool HasArithmeticOnly(MathFunction function, IRType type) => function <= MathFunction.CopySign;

    private static void Functions(Index1D index, ArrayView<float> data)
    {
        var (x, n) = (data[index], data.IntLength / 4);
        data[n + index] = MathF.Log2(x);
        data[n + n + index] = XMath.Log10(x);
        data[n + n + n + index] = MathF.Log(x) + XMath.Log(x);
    }

    private static void Doubles(Index1D index, ArrayView<double> data) => data[index] = Math.Exp(data[index]);
}
