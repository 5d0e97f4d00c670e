using System.Numerics;

namespace ILGPU.Tests.Cuda.Machine;

/// <summary>Integers and predicates.</summary>
internal static partial class PtxOperations
{
    private static void AddIntegers()
    {
        foreach (var type in Integers)
        {
            var isSigned = type[0] == 's';
            var bits = BitsOf(type);
            Binary($"add.{type}", type, (a, b) => a + b);
            Binary($"sub.{type}", type, (a, b) => a - b);
            Binary($"mul.lo.{type}", type, (a, b) => a * b);
            Binary($"div.{type}", type, (a, b) => isSigned ? Divide(a, b, bits) : b == 0 ? ulong.MaxValue : a / b);
            Binary($"rem.{type}", type, (a, b) => isSigned ? Remainder(a, b, bits) : b == 0 ? ulong.MaxValue : a % b);
            Binary($"min.{type}", type, (a, b) => IsLess(a, b, bits, isSigned) ? a : b);
            Binary($"max.{type}", type, (a, b) => IsLess(a, b, bits, isSigned) ? b : a);
            Compute($"shr.{type}", $"d.{type} a.{type} i.u32", (a, b, _) => ShiftRight(a, b, bits, isSigned));
        }

        Compute("mad.lo.s32", "d.s32 a.s32 a.s32 a.s32", (a, b, c) => (a * b) + c);
        Compute("mul.wide.s32", "d.s64 a.s32 i.s32", (a, b, _) => (ulong)((long)(int)a * (int)b));
        Compute("mul.wide.u32", "d.u64 a.u32 i.u32", (a, b, _) => a * b);
        Compute("neg.s32", "d.s32 a.s32", (a, _, _) => 0 - a);
        Compute("neg.s64", "d.s64 a.s64", (a, _, _) => 0 - a);
        AddBits();
    }

    private static void AddBits()
    {
        foreach (var type in Bits)
        {
            var bits = BitsOf(type);
            Binary($"and.{type}", type, (a, b) => a & b);
            Binary($"or.{type}", type, (a, b) => a | b);
            Binary($"xor.{type}", type, (a, b) => a ^ b);
            Compute($"not.{type}", $"d.{type} a.{type}", (a, _, _) => ~a);
            Compute($"shl.{type}", $"d.{type} a.{type} i.u32", (a, b, _) => b >= (ulong)bits ? 0 : a << (int)b);
            Compute($"popc.{type}", $"d.u32 a.{type}", (a, _, _) => (ulong)BitOperations.PopCount(a));
            Compute($"clz.{type}", $"d.u32 a.{type}", (a, _, _) => (ulong)(BitOperations.LeadingZeroCount(a) - (64 - bits)));
            Compute($"brev.{type}", $"d.{type} a.{type}", (a, _, _) => Reverse(a, bits));
        }

        Compute("and.pred", "d.pred a.pred a.pred", (a, b, _) => a & b);
        Compute("or.pred", "d.pred a.pred a.pred", (a, b, _) => a | b);
        Compute("xor.pred", "d.pred a.pred a.pred", (a, b, _) => a ^ b);
        Compute("not.pred", "d.pred a.pred", (a, _, _) => a ^ 1);
    }

    private static void Binary(string mnemonic, string type, Func<ulong, ulong, ulong> compute) =>
        Compute(mnemonic, $"d.{type} a.{type} i.{type}", (a, b, _) => compute(a, b));

    private static bool IsLess(ulong a, ulong b, int bits, bool isSigned) =>
        isSigned ? PtxValues.Signed(a, bits) < PtxValues.Signed(b, bits) : a < b;

    /// <summary>Division by zero gives what the machine likes; so does that of the smallest number by -1.</summary>
    private static ulong Divide(ulong a, ulong b, int bits)
    {
        var (dividend, divisor) = (PtxValues.Signed(a, bits), PtxValues.Signed(b, bits));
        return divisor is 0 or -1 ? divisor == 0 ? ulong.MaxValue : 0 - a : (ulong)(dividend / divisor);
    }

    private static ulong Remainder(ulong a, ulong b, int bits)
    {
        var (dividend, divisor) = (PtxValues.Signed(a, bits), PtxValues.Signed(b, bits));
        return divisor is 0 or -1 ? divisor == 0 ? ulong.MaxValue : 0 : (ulong)(dividend % divisor);
    }

    private static ulong ShiftRight(ulong a, ulong b, int bits, bool isSigned)
    {
        var amount = (int)Math.Min(b, (ulong)bits - (isSigned ? 1UL : 0));
        return isSigned ? (ulong)(PtxValues.Signed(a, bits) >> amount) : amount == 64 ? 0 : a >> amount;
    }

    private static ulong Reverse(ulong a, int bits)
    {
        var result = 0UL;
        for (var i = 0; i < bits; i++)
            result |= (a >> i & 1) << (bits - 1 - i);
        return result;
    }
}
