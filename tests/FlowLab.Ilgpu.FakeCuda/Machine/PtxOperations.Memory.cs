namespace ILGPU.Tests.Cuda.Machine;

/// <summary>Loads, stores, atomic operations and addresses.</summary>
internal static partial class PtxOperations
{
    private static readonly string[] Spaces = ["global", "shared", "local", ""];

    private static void AddMemory()
    {
        foreach (var type in new[] { "u8", "s8", "u16", "s16", "u32", "u64", "f32", "f64" })
        {
            foreach (var space in Spaces)
                AddAccess(space, type);
        }

        foreach (var type in new[] { "u32", "u64", "f32", "f64" })
            Add($"ld.param.{type}", $"d.{type} m.{type}", (thread, instruction) => Load(thread, instruction, "param", PtxType.Parse(type)));
        foreach (var space in new[] { "global", "shared", "" })
            AddAtomics(space);
        Compute("cvta.to.global.u64", "d.u64 a.u64", (a, _, _) => a);
        Compute("cvta.global.u64", "d.u64 a.u64", (a, _, _) => a);
        Compute("cvta.shared.u64", "d.u64 a.u64", (a, _, _) => a + PtxAccess.SharedWindow);
        Compute("cvta.local.u64", "d.u64 a.u64", (a, _, _) => a + PtxAccess.LocalWindow);
    }

    private static string Suffix(string space) => space.Length == 0 ? "" : $".{space}";

    private static void AddAccess(string space, string type)
    {
        var parsed = PtxType.Parse(type);
        Add($"ld{Suffix(space)}.{type}", $"d.{type}+ m", (thread, instruction) => Load(thread, instruction, space, parsed));
        if (type[0] == 's')
            return;
        Add($"st{Suffix(space)}.{type}", $"m a.{type}+", (thread, instruction) => PtxAccess.Store(
            thread, space, (PtxAddress)instruction.Operands[0], parsed, thread.Read(instruction.Operands[1], parsed)));
    }

    private static void Load(PtxThread thread, PtxInstruction instruction, string space, PtxType type) => thread.Write(
        (PtxRegister)instruction.Operands[0], type, PtxAccess.Load(thread, space, (PtxAddress)instruction.Operands[1], type));

    private static void AddAtomics(string space)
    {
        foreach (var type in new[] { "u32", "s32", "u64" })
            Atomic(space, "add", type, (old, b) => old + b);
        Atomic(space, "add", "f32", (old, b) => PtxValues.Of(PtxValues.Single(old) + PtxValues.Single(b)));
        Atomic(space, "add", "f64", (old, b) => PtxValues.Of(PtxValues.Double(old) + PtxValues.Double(b)));
        foreach (var type in Integers)
        {
            var (bits, isSigned) = (BitsOf(type), type[0] == 's');
            Atomic(space, "min", type, (old, b) => IsLess(b, old, bits, isSigned) ? b : old);
            Atomic(space, "max", type, (old, b) => IsLess(old, b, bits, isSigned) ? b : old);
        }

        foreach (var type in Bits)
        {
            Atomic(space, "and", type, (old, b) => old & b);
            Atomic(space, "or", type, (old, b) => old | b);
            Atomic(space, "xor", type, (old, b) => old ^ b);
            AddExchanges(space, type);
        }
    }

    /// <summary>The form that gives the old value, and the reduction that does not.</summary>
    private static void Atomic(string space, string operation, string type, Func<ulong, ulong, ulong> combine)
    {
        var parsed = PtxType.Parse(type);
        Add($"atom{Suffix(space)}.{operation}.{type}", $"d.{type} m a.{type}", (thread, instruction) =>
        {
            var address = (PtxAddress)instruction.Operands[1];
            var old = PtxAccess.Load(thread, space, address, parsed);
            var value = combine(old, thread.Read(instruction.Operands[2], parsed));
            PtxAccess.Store(thread, space, address, parsed, value);
            thread.Write((PtxRegister)instruction.Operands[0], parsed, old);
        });
        Add($"red{Suffix(space)}.{operation}.{type}", $"m a.{type}", (thread, instruction) =>
        {
            var address = (PtxAddress)instruction.Operands[0];
            var old = PtxAccess.Load(thread, space, address, parsed);
            PtxAccess.Store(thread, space, address, parsed, combine(old, thread.Read(instruction.Operands[1], parsed)));
        });
    }

    private static void AddExchanges(string space, string type)
    {
        var parsed = PtxType.Parse(type);
        Add($"atom{Suffix(space)}.exch.{type}", $"d.{type} m a.{type}", (thread, instruction) =>
            Exchange(thread, instruction, space, parsed, thread.Read(instruction.Operands[2], parsed), _ => true));
        Add($"atom{Suffix(space)}.cas.{type}", $"d.{type} m a.{type} a.{type}", (thread, instruction) =>
        {
            var expected = thread.Read(instruction.Operands[2], parsed);
            Exchange(thread, instruction, space, parsed, thread.Read(instruction.Operands[3], parsed), old => old == expected);
        });
    }

    private static void Exchange(PtxThread thread, PtxInstruction instruction, string space, PtxType type, ulong value, Func<ulong, bool> holds)
    {
        var address = (PtxAddress)instruction.Operands[1];
        var old = PtxAccess.Load(thread, space, address, type);
        if (holds(old))
            PtxAccess.Store(thread, space, address, type, value);
        thread.Write((PtxRegister)instruction.Operands[0], type, old);
    }
}
