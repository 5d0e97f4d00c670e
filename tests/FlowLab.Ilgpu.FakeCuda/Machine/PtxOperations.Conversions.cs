namespace ILGPU.Tests.Cuda.Machine;

/// <summary>Conversions and moves.</summary>
internal static partial class PtxOperations
{
    private static readonly string[] SmallIntegers = ["s8", "u8", "s16", "u16"];

    private static void AddConversions()
    {
        foreach (var to in Integers)
        {
            foreach (var from in Integers.Concat(SmallIntegers).Where(from => from != to))
                Convert(to, from);
            foreach (var from in Floats)
                Compute($"cvt.rzi.{to}.{from}", $"d.{to} a.{from}", (a, _, _) => ToInteger(to, from, a));
        }

        foreach (var from in Integers)
        {
            Compute($"cvt.rn.f32.{from}", $"d.f32 a.{from}", (a, _, _) =>
                PtxValues.Of(from[0] == 's' ? (float)PtxValues.Signed(a, BitsOf(from)) : (float)a));
            Compute($"cvt.rn.f64.{from}", $"d.f64 a.{from}", (a, _, _) =>
                PtxValues.Of(from[0] == 's' ? (double)PtxValues.Signed(a, BitsOf(from)) : (double)a));
        }

        Compute("cvt.f64.f32", "d.f64 a.f32", (a, _, _) => PtxValues.Of((double)PtxValues.Single(a)));
        Compute("cvt.rn.f32.f64", "d.f32 a.f64", (a, _, _) => PtxValues.Of((float)PtxValues.Double(a)));
        AddMoves();
    }

    private static void AddMoves()
    {
        foreach (var type in Bits.Concat(Floats).Concat(["pred", "u32", "u64"]))
        {
            // Registers are copied bit by bit; pairs of halves have an entry of their own.
            Compute($"mov.{type}", $"d.{type} x.{type}", (a, _, _) => a);
        }

        Add("mov.b64 (pack)", "d.b64 aa", (thread, instruction) =>
        {
            var pair = (PtxPair)instruction.Operands[1];
            var word = PtxType.Parse("b32");
            thread.Write((PtxRegister)instruction.Operands[0], PtxType.Parse("b64"), thread.Read(pair.Low, word) | (thread.Read(pair.High, word) << 32));
        });
        Add("mov.b64 (unpack)", "dd a.b64", (thread, instruction) =>
        {
            var (pair, value) = ((PtxPair)instruction.Operands[0], thread.Read(instruction.Operands[1], PtxType.Parse("b64")));
            thread.Write(pair.Low, PtxType.Parse("b32"), value & uint.MaxValue);
            thread.Write(pair.High, PtxType.Parse("b32"), value >> 32);
        });
    }

    private static void Convert(string to, string from)
    {
        var bits = PtxType.Parse(from).Bits;
        Compute($"cvt.{to}.{from}", $"d.{to} a.{from}+", (a, _, _) => from[0] == 's' ? (ulong)PtxValues.Signed(a, bits) : a);
    }

    /// <summary>
    /// Towards zero, saturating. NaN gives 0 if the source is no .f64 and the destination has no 64 bits; else only the top bit, as newer
    /// editions of the manual say (older ones promise 0).
    /// </summary>
    private static ulong ToInteger(string to, string from, ulong bits)
    {
        var value = from == "f32" ? PtxValues.Single(bits) : PtxValues.Double(bits);
        if (double.IsNaN(value))
            return from == "f32" && BitsOf(to) == 32 ? 0 : 1UL << (BitsOf(to) - 1);
        return to switch
        {
            "s32" => (ulong)(int)value,
            "u32" => (uint)value,
            "s64" => (ulong)(long)value,
            _ => (ulong)value,
        };
    }
}
