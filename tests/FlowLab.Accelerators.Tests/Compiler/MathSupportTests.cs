using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.IR;
using ILGPU.Algorithms;

namespace FlowLab.Accelerators.Tests.Compiler;

/// <summary>Backends that do not compute a function get the C# body that PortableMath has for it.</summary>
public class MathSupportTests
{
    [Test]
    public void A_function_that_the_backend_has_is_one_operation()
    {
        var kernel = KernelCompiler.Compile(KernelEntry.OfIndex(((Action<Index1D, ArrayView<float>>)Functions).Method));
        Assert.That(kernel.Values.Where(value => value.Opcode == IROpcode.Math).Select(value => value.Function), Does.Contain(MathFunction.Sin));
    }

    [Test]
    public void A_function_without_a_body_of_its_own_is_refused() => Assert.That(
        () => KernelCompiler.Compile(KernelEntry.OfIndex(((Action<Index1D, ArrayView<double>>)Doubles).Method), HasArithmeticOnly),
        Throws.TypeOf<KernelRefusedException>().With.Message.StartsWith("FLK119: MathSupportTests.Doubles").And.Message.Contains("Math.FusedMultiplyAdd of Double")
            .And.Message.Contains("Use the float32 function of PortableMath"));

    private static bool HasArithmeticOnly(MathFunction function, IRType type) => function < MathFunction.Fma;

    private static void Functions(Index1D index, ArrayView<float> data)
    {
        var (x, n) = (data[index], data.IntLength / 4);
        data[n + index] = MathF.Sin(x);
        data[n + n + index] = XMath.Cos(x);
        data[n + n + n + index] = MathF.Cos(x) - XMath.Sin(x);
    }

    private static void Doubles(Index1D index, ArrayView<double> data) => data[index] = Math.FusedMultiplyAdd(data[index], 2, 1);
}
