using ILGPU.IR;

namespace ILGPU.Backends.Cuda;

/// <summary>The mathematics that PTX has instructions for with the exact meaning of C#; the rest are XMath's bodies.</summary>
internal static class PtxMath
{
    internal static bool Supports(MathFunction function, IRType type) => function is
        MathFunction.Abs or MathFunction.Min or MathFunction.Max or MathFunction.MinNative or MathFunction.MaxNative or MathFunction.Sqrt
        or MathFunction.Floor or MathFunction.Ceiling or MathFunction.Truncate or MathFunction.Round or MathFunction.RoundAwayFromZero
        or MathFunction.Fma or MathFunction.CopySign or MathFunction.PopCount or MathFunction.LeadingZeroCount or MathFunction.TrailingZeroCount;
}
