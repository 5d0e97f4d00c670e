using System.Runtime.Intrinsics;
using FlowLab.Accelerators.Maths;
using FlowLab.Accelerators.Simd;

namespace FlowLab.Accelerators.Tests.Simd;

/// <summary>A lane of a vector function has the bits of the scalar function, in vectors of every width.</summary>
public class VectorMathTests
{
    private const uint Step = 1009;

    private static readonly TestCaseData[] Functions =
    [
        Case("Exp", PortableMath.Exp, VectorMath128.Exp, VectorMath256.Exp, VectorMath512.Exp),
        Case("Exp2", PortableMath.Exp2, VectorMath128.Exp2, VectorMath256.Exp2, VectorMath512.Exp2),
        Case("Log", PortableMath.Log, VectorMath128.Log, VectorMath256.Log, VectorMath512.Log),
        Case("Log2", PortableMath.Log2, VectorMath128.Log2, VectorMath256.Log2, VectorMath512.Log2),
        Case("Log10", PortableMath.Log10, VectorMath128.Log10, VectorMath256.Log10, VectorMath512.Log10),
        Case("Tanh", PortableMath.Tanh, VectorMath128.Tanh, VectorMath256.Tanh, VectorMath512.Tanh),
        Case("Sinh", PortableMath.Sinh, VectorMath128.Sinh, VectorMath256.Sinh, VectorMath512.Sinh),
        Case("Cosh", PortableMath.Cosh, VectorMath128.Cosh, VectorMath256.Cosh, VectorMath512.Cosh),
        Case("Sin", PortableMath.Sin, VectorMath128.Sin, VectorMath256.Sin, VectorMath512.Sin),
        Case("Cos", PortableMath.Cos, VectorMath128.Cos, VectorMath256.Cos, VectorMath512.Cos),
    ];

    [TestCaseSource(nameof(Functions))]
    public void Lanes_have_the_bits_of_the_scalar(
        Func<float, float> scalar,
        Func<Vector128<float>, Vector128<float>> of128,
        Func<Vector256<float>, Vector256<float>> of256,
        Func<Vector512<float>, Vector512<float>> of512)
    {
        Span<float> lanes = stackalloc float[Vector512<float>.Count];
        for (ulong first = 0; first <= uint.MaxValue; first += Step * (ulong)lanes.Length)
        {
            for (var i = 0; i < lanes.Length; i++)
                lanes[i] = BitConverter.UInt32BitsToSingle((uint)(first + (Step * (ulong)i)));
            Compare(lanes, scalar, of128, of256, of512);
        }
    }

    private static void Compare(
        ReadOnlySpan<float> lanes,
        Func<float, float> scalar,
        Func<Vector128<float>, Vector128<float>> of128,
        Func<Vector256<float>, Vector256<float>> of256,
        Func<Vector512<float>, Vector512<float>> of512)
    {
        var wide = of512(Vector512.Create(lanes));
        var half = of256(Vector256.Create(lanes));
        var quarter = of128(Vector128.Create(lanes));
        for (var i = 0; i < lanes.Length; i++)
        {
            var expected = scalar(lanes[i]);
            AssertSame(wide[i], expected, lanes[i]);
            if (i < Vector256<float>.Count)
                AssertSame(half[i], expected, lanes[i]);
            if (i < Vector128<float>.Count)
                AssertSame(quarter[i], expected, lanes[i]);
        }
    }

    private static void AssertSame(float actual, float expected, float at)
    {
        if (BitConverter.SingleToInt32Bits(actual) != BitConverter.SingleToInt32Bits(expected) && !(float.IsNaN(actual) && float.IsNaN(expected)))
            Assert.Fail($"at {at:R}: {actual:R}, but the scalar function gives {expected:R}");
    }

    private static TestCaseData Case(
        string name,
        Func<float, float> scalar,
        Func<Vector128<float>, Vector128<float>> of128,
        Func<Vector256<float>, Vector256<float>> of256,
        Func<Vector512<float>, Vector512<float>> of512) =>
        new TestCaseData(scalar, of128, of256, of512).SetName($"{name}_lanes_have_the_bits_of_the_scalar");
}
