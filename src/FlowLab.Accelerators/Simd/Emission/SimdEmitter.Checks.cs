using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>Bounds checks.</summary>
internal sealed partial class SimdEmitter
{
    private void EmitCheck(IRValue check)
    {
        var block = check.Block!;
        System.Reflection.Emit.LocalBuilder[] buffers = [.. check.Operands.Select(operand => Spill(operand, block))];
        foreach (var buffer in buffers)
            PushBuffer(buffer);
        PushActiveBits(block);
        PushInt(CheckSites.Add(_kernel, check));
        CallLanes(typeof(LaneChecks), nameof(LaneChecks.Verify), typeof(long*));
        foreach (var buffer in buffers)
            _freeBuffers.Push(buffer);
    }
}
