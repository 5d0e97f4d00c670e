using FlowLab.Engine.Memory;

namespace FlowLab.Engine.LinearAlgebra.Sparse;

/// <summary>What one thread needs for itself.</summary>
internal sealed unsafe class MaxoutScratch : IDisposable
{
    private const int WordFloats = sizeof(ulong) / sizeof(float);

    private readonly AlignedMemory _memory = new();
    private int _rows;

    /// <summary>Sums of input gradients: [samples, <see cref="SparseKernelSet.Columns"/>].</summary>
    internal float* Sums => _memory.Pointer;

    /// <summary>The last columns of some rows of weights or of their gradients, [rows, <see cref="SparseKernelSet.Columns"/>].</summary>
    internal float* Tail => Sums + (MaxoutPlan.LargestChunk * SparseKernelSet.Columns);

    /// <summary>Which samples a linear unit won, a bit each: [samples / 64, window + 1].</summary>
    internal ulong* Winners => (ulong*)(Tail + (_rows * SparseKernelSet.Columns));

    internal void Reserve(in MaxoutPlan plan)
    {
        _rows = plan.PullUnits * plan.Window;
        int winners = MaxoutPlan.Parts(MaxoutPlan.LargestChunk, WordFloats * 32) * (plan.Window + 1);
        _memory.Reserve((nint)(MaxoutPlan.LargestChunk * SparseKernelSet.Columns) + ((nint)_rows * SparseKernelSet.Columns) + (WordFloats * winners));
    }

    public void Dispose() => _memory.Dispose();
}
