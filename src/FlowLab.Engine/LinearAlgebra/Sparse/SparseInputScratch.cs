using FlowLab.Engine.LinearAlgebra.Cpu;
using FlowLab.Engine.Memory;

namespace FlowLab.Engine.LinearAlgebra.Sparse;

/// <summary>What one thread needs for itself.</summary>
internal sealed unsafe class SparseInputScratch : IDisposable
{
    private readonly AlignedMemory _weights = new();
    private readonly AlignedMemory _sums = new();
    private readonly AlignedMemory _masks = new();
    private int _batch;

    /// <summary>Rows of the weight, transposed: [inputs of a depth block, <see cref="SparseKernelSet.Columns"/>].</summary>
    internal float* Weights => _weights.Pointer;

    /// <summary>Sums of a depth block: [B, <see cref="SparseKernelSet.Columns"/>].</summary>
    internal float* Sums => _sums.Pointer;

    /// <summary>Sums of all depth blocks and the bias, alike.</summary>
    internal float* Total => _sums.Pointer + ((nint)_batch * SparseKernelSet.Columns);

    /// <summary>The bias of the rows, with zeros behind it.</summary>
    internal float* Bias => Total + ((nint)_batch * SparseKernelSet.Columns);

    /// <summary>A bit for every sample of a part, for each input of a depth block.</summary>
    internal uint* Masks => (uint*)_masks.Pointer;

    internal void Reserve(in SparseInputPlan plan)
    {
        _batch = plan.Batch;
        _weights.Reserve((nint)plan.Depth.Largest * SparseKernelSet.Columns);
        // The kernel asks for a row behind the last one, which does not have to exist.
        _sums.Reserve(((2 * (nint)_batch) + 1) * SparseKernelSet.Columns);
        _masks.Reserve(plan.Depth.Largest + SparseInputPlan.LargestPart);
    }

    public void Dispose()
    {
        _weights.Dispose();
        _sums.Dispose();
        _masks.Dispose();
    }
}
