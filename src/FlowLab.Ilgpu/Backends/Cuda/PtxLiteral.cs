using System.Globalization;
using ILGPU.IR;

namespace ILGPU.Backends.Cuda;

/// <summary>Constants as PTX writes them: floats by their bits, so that none is rounded.</summary>
internal static class PtxLiteral
{
    internal static string Of(IRValue constant) => Of(constant.Type, constant.Bits);

    internal static string Of(IRType type, long bits) => type switch
    {
        IRType.Bool => bits == 0 ? "0" : "-1",
        IRType.Float32 => string.Create(CultureInfo.InvariantCulture, $"0f{(uint)bits:X8}"),
        IRType.Float64 => string.Create(CultureInfo.InvariantCulture, $"0d{bits:X16}"),
        _ => bits == long.MinValue ? "0x8000000000000000" : bits.ToString(CultureInfo.InvariantCulture),
    };

    internal static string Of(float value) => Of(IRType.Float32, IREvaluator.Of(value));

    internal static string Of(double value) => Of(IRType.Float64, IREvaluator.Of(value));
}
