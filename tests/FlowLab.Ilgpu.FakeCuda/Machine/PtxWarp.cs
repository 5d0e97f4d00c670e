namespace ILGPU.Tests.Cuda.Machine;

/// <summary>What the lanes of a warp do together.</summary>
internal static class PtxWarp
{
    /// <summary>What a lane reads from one that is not there: undefined, so something that no test expects.</summary>
    private const ulong Undefined = 0xBADBAD;

    private static readonly PtxType Word = PtxType.Parse("b32");

    internal static void Execute(PtxThread[] lanes, PtxInstruction instruction)
    {
        foreach (var lane in lanes)
            CheckMask(lanes, lane.Read(instruction.Operands[^1], Word), lane);
        if (!instruction.Operation.Mnemonic.StartsWith("shfl.sync", StringComparison.Ordinal))
            return;
        var sources = lanes.ToDictionary(lane => lane.Lane, lane => lane.Read(instruction.Operands[1], Word));
        ulong[] results = [.. lanes.Select(lane => sources.GetValueOrDefault(SourceOf(lane, instruction), Undefined))];
        for (var i = 0; i < lanes.Length; i++)
            lanes[i].Write((PtxRegister)instruction.Operands[0], Word, results[i]);
    }

    private static void CheckMask(PtxThread[] lanes, ulong mask, PtxThread lane)
    {
        if ((mask >> lane.Lane & 1) == 0)
            throw new PtxException("a lane is not in its own member mask");
        if (lanes.Any(other => (mask >> other.Lane & 1) == 0))
            throw new PtxException("lanes outside of the member mask take part");
    }

    /// <summary>PTX ISA, "shfl.sync", semantics.</summary>
    private static int SourceOf(PtxThread thread, PtxInstruction instruction)
    {
        var lane = thread.Lane;
        var selector = (int)thread.Read(instruction.Operands[2], Word) & 31;
        var c = (int)thread.Read(instruction.Operands[3], Word);
        var (clamp, mask) = (c & 31, c >> 8 & 31);
        var (last, first) = ((lane & mask) | (clamp & ~mask), lane & mask);
        var (source, isInside) = instruction.Operation.Mnemonic.Split('.')[2] switch
        {
            "up" => (lane - selector, lane - selector >= last),
            "down" => (lane + selector, lane + selector <= last),
            "bfly" => (lane ^ selector, (lane ^ selector) <= last),
            _ => (first | (selector & ~mask), (first | (selector & ~mask)) <= last),
        };
        return isInside ? source : lane;
    }
}
