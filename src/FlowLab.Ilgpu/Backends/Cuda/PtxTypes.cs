using ILGPU.IR;

namespace ILGPU.Backends.Cuda;

/// <summary>
/// How scalar types are written in PTX. Bools are predicates; 8 and 16-bit integers are the low bits of 32-bit registers, whose other bits
/// mean nothing.
/// </summary>
internal static class PtxTypes
{
    extension(IRType type)
    {
        /// <summary>What the names of registers of the type start with.</summary>
        internal string RegisterPrefix => type switch
        {
            IRType.Bool => "%p",
            IRType.Int64 or IRType.Pointer => "%rd",
            IRType.Float32 => "%f",
            IRType.Float64 => "%fd",
            _ => "%r",
        };

        /// <summary>The type of registers, moves and selections.</summary>
        internal string Register => type switch
        {
            IRType.Bool => "pred",
            IRType.Int64 or IRType.Pointer => "b64",
            IRType.Float32 => "f32",
            IRType.Float64 => "f64",
            _ => "b32",
        };

        /// <summary>The type as bits alone.</summary>
        internal string Bits => type.SizeInBytes == 8 ? "b64" : "b32";

        /// <summary>The type of arithmetic where the sign counts.</summary>
        internal string Signed => type.IsFloat ? type.Register : $"s{type.SizeInBytes * 8}";

        /// <summary>The type of unsigned arithmetic, of parameters, loads and stores.</summary>
        internal string Unsigned => type.IsFloat ? type.Register : $"u{type.SizeInBytes * 8}";

        /// <summary>The integer type of as many bits.</summary>
        internal IRType AsBits => type.SizeInBytes == 8 ? IRType.Int64 : IRType.Int32;
    }
}
