using System.Runtime.CompilerServices;

namespace FlowLab.Accelerators.Maths;

internal static partial class PortableMath
{
    private const float CubeRootOfDenormalScale = 1f / 256f;

    // The bits of a float are nearly its logarithm: a third of them plus these are the cube root within 5 per cent.
    private const int CubeRootBits = 709958130;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sqrt(float value) => MathF.Sqrt(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Rcp(float value) => 1f / value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Rsqrt(float value) => 1f / MathF.Sqrt(value);

    /// <summary>The cube root: a guess by the bits, a step of Halley's, and one of Newton's with the residual of twice the precision.</summary>
    internal static float Cbrt(float value)
    {
        var x = MathF.Abs(value);
        var isDenormal = x < SmallestNormal;
        var a = isDenormal ? x * (2f * DenormalScale) : x;
        var guess = BitConverter.Int32BitsToSingle((int)(BitConverter.SingleToInt32Bits(a) * OneThird) + CubeRootBits);
        var ratio = guess * guess * (guess / a);
        var root = guess + (guess * ((1f - ratio) / (ratio + ratio + 1f)));
        var square = root * root;
        var squareLow = MathF.FusedMultiplyAdd(root, root, -square);
        var residual = MathF.FusedMultiplyAdd(square, root, -a) + (squareLow * root);
        root -= residual / (3f * square);
        root = isDenormal ? root * CubeRootOfDenormalScale : root;
        return x > 0f & x < float.PositiveInfinity ? MathF.CopySign(root, value) : value;
    }
}
