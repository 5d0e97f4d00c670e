using System.Globalization;

namespace ILGPU.Tests.Cuda.Machine;

/// <summary>A fundamental type of PTX: b for bits, u and s for integers, f for floats, p for predicates.</summary>
internal readonly record struct PtxType(char Kind, int Bits)
{
    internal static PtxType Parse(string text) => text switch
    {
        "pred" => new('p', 1),
        "b8" or "b16" or "b32" or "b64" or "u8" or "u16" or "u32" or "u64" or "s8" or "s16" or "s32" or "s64" or "f32" or "f64" =>
            new(text[0], int.Parse(text.AsSpan(1), CultureInfo.InvariantCulture)),
        _ => throw new PtxException($"unknown type .{text}"),
    };

    internal int SizeInBytes => Bits / 8;

    /// <summary>A register of the other type can be an operand of an instruction of this type (PTX ISA, "Type Checking Rules").</summary>
    internal bool Takes(PtxType register) => Bits == register.Bits && (Kind, register.Kind) switch
    {
        ('p', 'p') => true,
        ('p', _) or (_, 'p') => false,
        ('b', _) or (_, 'b') => true,
        ('f', _) or (_, 'f') => Kind == register.Kind,
        _ => true,
    };

    /// <summary>As <see cref="Takes"/>, for loads, stores and conversions, whose integer and bit operands may be wider.</summary>
    internal bool TakesWider(PtxType register) =>
        Takes(register) || (Bits < register.Bits && Kind is 'b' or 'u' or 's' && register.Kind is 'b' or 'u' or 's');

    public override string ToString() => Kind == 'p' ? ".pred" : $".{Kind}{Bits}";
}
