namespace ILGPU.Tests.Cuda.Machine;

/// <summary>An operation of the table: what operands it takes and what it does.</summary>
internal sealed record PtxOperation(string Mnemonic, PtxSlot[] Slots, Action<PtxThread, PtxInstruction> Execute)
{
    /// <summary>The warp or group does it together: threads wait until it can be done.</summary>
    internal bool IsCollective { get; init; }
}
