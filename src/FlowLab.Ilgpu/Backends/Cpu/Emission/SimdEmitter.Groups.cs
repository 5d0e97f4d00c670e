using System.Reflection.Emit;
using ILGPU.IR;

namespace ILGPU.Backends.Cpu;

/// <summary>What instances do together: atomics, fences, shuffles.</summary>
internal sealed partial class SimdEmitter
{
    private void EmitAtomic(IRValue value)
    {
        var block = value.Block!;
        LocalBuilder[] buffers = [.. value.Operands.Select(operand => Spill(operand, block))];
        for (var i = 1; i < buffers.Length; i++)
            PushBuffer(buffers[i]);
        PushBuffer(buffers[0]);
        PushActiveBits(block);
        if (value.Atomic == AtomicOperation.CompareExchange)
            CallLanes(typeof(LaneAtomics), "CompareExchange", value.Type.Is64Bit ? typeof(long*) : typeof(int*));
        else
        {
            PushInt((int)value.Atomic);
            CallLanes(typeof(LaneAtomics), "Apply", ClrTypeOf(value.Type).MakePointerType());
        }

        if (IsUsed(value))
        {
            EmitReadBack(value, buffers[1]);
            Complete(value);
        }

        foreach (var buffer in buffers)
            _freeBuffers.Push(buffer);
    }

    /// <summary>Lanes of a warp run in step, and the warps of a group on one thread; others see what is written before a full fence.</summary>
    private void EmitFence(IRValue fence)
    {
        if (fence.Scope is IRScope.Device or IRScope.System)
            Call(typeof(Interlocked).GetMethod(nameof(Interlocked.MemoryBarrier))!);
    }
}
