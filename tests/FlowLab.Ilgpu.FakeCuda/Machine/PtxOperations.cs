namespace ILGPU.Tests.Cuda.Machine;

/// <summary>
/// The table of operations: every mnemonic with all of its suffixes, what operands it takes, and what it computes, after the PTX ISA manual.
/// A mnemonic that is not here is not known to the machine.
/// </summary>
internal static partial class PtxOperations
{
    private static readonly Dictionary<string, PtxOperation> Table = [];

    private static readonly string[] Integers = ["s32", "u32", "s64", "u64"];
    private static readonly string[] Floats = ["f32", "f64"];
    private static readonly string[] Bits = ["b32", "b64"];

    static PtxOperations()
    {
        AddIntegers();
        AddFloats();
        AddComparisons();
        AddConversions();
        AddMemory();
        AddControl();
    }

    /// <summary>The operation; moves of pairs have the same name as those of single registers.</summary>
    internal static PtxOperation? Find(string mnemonic, PtxOperand[] operands) => Table.GetValueOrDefault(operands switch
    {
        [PtxPair, _] => $"{mnemonic} (unpack)",
        [_, PtxPair] => $"{mnemonic} (pack)",
        _ => mnemonic,
    });

    private static void Add(string mnemonic, string slots, Action<PtxThread, PtxInstruction> execute, bool isCollective = false) =>
        Table.Add(mnemonic, new(mnemonic, PtxSlot.Parse(slots), execute) { IsCollective = isCollective });

    /// <summary>An operation on registers: the bits of the result from the bits of up to three operands.</summary>
    private static void Compute(string mnemonic, string slots, Func<ulong, ulong, ulong, ulong> compute)
    {
        var types = PtxSlot.Parse(slots);
        Add(mnemonic, slots, (thread, instruction) =>
        {
            var operands = instruction.Operands;
            var a = thread.Read(operands[1], types[1].Type);
            var b = operands.Length > 2 ? thread.Read(operands[2], types[2].Type) : 0;
            var c = operands.Length > 3 ? thread.Read(operands[3], types[3].Type) : 0;
            thread.Write((PtxRegister)operands[0], types[0].Type, compute(a, b, c));
        });
    }

    private static int BitsOf(string type) => type[1..] == "64" ? 64 : 32;
}
