using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FlowLab.Engine.LinearAlgebra.Cpu;
using FlowLab.Engine.Memory;

namespace FlowLab.Engine.LinearAlgebra.Sparse;

/// <summary>
/// One product with a sparse input. A step is a block of seeds. Terms are added in the order of the product in full, so that the bits are the same.
/// </summary>
internal sealed unsafe class SparseInputRun(SparseKernelSet kernels, int threads) : SteppedRun<SparseInputScratch>(threads)
{
    private readonly SparseKernelSet _kernels = kernels;
    private readonly AlignedMemory _lists = new();
    private readonly AlignedMemory _starts = new();
    private SparseInputPlan _plan;
    private MatrixRows _weight;
    private MatrixRows _input;
    private MatrixRows _target;
    private float* _bias;
    private nint _biasStride;

    /// <summary>Takes over a product; the result says whether all threads shall take part.</summary>
    internal bool Take(in SparseInput call)
    {
        _plan = new(call, Scratch.Count);
        (_weight, _input, _target) = (new(call.Weight), new(call.Input), new(call.Target));
        _bias = ViewAddress.Of(call.Bias.Values);
        _biasStride = (nint)call.Bias.SeedStride;
        _lists.Reserve((nint)(_plan.BlockSeeds * _plan.ListLength));
        _starts.Reserve((nint)(_plan.BlockSeeds * _plan.StartLength));
        foreach (SparseInputScratch scratch in Scratch)
            scratch.Reserve(_plan);
        Begin(_plan.Steps, _plan.PreparingTasks, _plan.TasksPerStep);
        return _plan.IsParallel;
    }

    public override void Dispose()
    {
        _lists.Dispose();
        _starts.Dispose();
        base.Dispose();
    }

    protected override void Prepare(int step, int task, SparseInputScratch scratch)
    {
        (int position, int part) = Math.DivRem(task, _plan.Depth.Count * _plan.Parts);
        int seed = (step * _plan.BlockSeeds) + position;
        if (seed < _plan.Seeds)
            List(seed, position, part / _plan.Parts, part % _plan.Parts, scratch.Masks);
    }

    protected override void Multiply(int step, int task, SparseInputScratch scratch)
    {
        (int position, int block) = Math.DivRem(task, _plan.RowBlocks);
        int seed = (step * _plan.BlockSeeds) + position;
        if (seed < _plan.Seeds)
            MultiplyRows(seed, position, block * SparseKernelSet.Columns, scratch);
    }

    private SparseEntry* ListOf(int position, int block, int part) =>
        (SparseEntry*)(_lists.Pointer + (position * (nint)_plan.ListLength)) + ((nint)_plan.Depth.StartOf(block) * _plan.Batch)
        + ((nint)_plan.Depth.LengthOf(block) * _plan.StartOfPart(part));

    private int* StartsOf(int position, int block, int part) =>
        (int*)(_starts.Pointer + (position * (nint)_plan.StartLength)) + (((block * _plan.Parts) + part) * (SparseInputPlan.LargestPart + 1));

    /// <summary>What is not zero in a depth block of some samples: in the order of samples, and of one in the order of inputs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void List(int seed, int position, int block, int part, uint* masks)
    {
        int first = _plan.StartOfPart(part), samples = _plan.StartOfPart(part + 1) - first;
        int depth = _plan.Depth.LengthOf(block);
        int* starts = StartsOf(position, block, part);
        int* next = (int*)masks + depth;
        new Span<int>(next, SparseInputPlan.LargestPart).Clear();
        float* row = _input.Row(seed, _plan.Depth.StartOf(block)) + first;
        for (int i = 0; i < depth; i++)
        {
            masks[i] = FilledBits(row + (i * _input.Stride), samples);
            for (uint bits = masks[i]; bits != 0; bits &= bits - 1)
                next[BitOperations.TrailingZeroCount(bits)]++;
        }

        int start = 0;
        for (int s = 0; s < samples; s++)
        {
            starts[s] = start;
            (next[s], start) = (start, start + next[s]);
        }

        starts[samples] = start;
        SparseEntry* list = ListOf(position, block, part);
        for (int i = 0; i < depth; i++)
        {
            for (uint bits = masks[i]; bits != 0; bits &= bits - 1)
            {
                int s = BitOperations.TrailingZeroCount(bits);
                list[next[s]++] = new(i, row[(i * _input.Stride) + s]);
            }
        }
    }

    /// <summary>Bit s says that row[s] is not 0; NaN is not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint FilledBits(float* row, int samples)
    {
        uint bits = 0;
        int s = 0;
        for (; s + Vector256<float>.Count <= samples; s += Vector256<float>.Count)
            bits |= (~Vector256.Equals(Vector256.Load(row + s), Vector256<float>.Zero).ExtractMostSignificantBits() & 0xFF) << s;
        for (; s < samples; s++)
            bits |= (row[s] == 0f ? 0u : 1) << s;
        return bits;
    }

    private void MultiplyRows(int seed, int position, int firstRow, SparseInputScratch scratch)
    {
        int used = Math.Min(SparseKernelSet.Columns, _plan.Rows - firstRow);
        Span<float> bias = new(scratch.Bias, SparseKernelSet.Columns);
        new Span<float>(_bias + (seed * _biasStride) + firstRow, used).CopyTo(bias);
        bias[used..].Clear();
        for (int block = 0; block < _plan.Depth.Count; block++)
        {
            float* weights = _weight.Row(seed, firstRow) + _plan.Depth.StartOf(block);
            PanelPacking.Transpose(weights, _weight.Stride, used, _plan.Depth.LengthOf(block), scratch.Weights, SparseKernelSet.Columns);
            for (int part = 0; part < _plan.Parts; part++)
                MultiplyPart(position, block, part, scratch);
            Add(scratch, isFirst: block == 0);
        }

        PanelPacking.Transpose(scratch.Total, SparseKernelSet.Columns, _plan.Batch, used, _target.Row(seed, firstRow), _target.Stride, filled: _plan.Batch);
    }

    private void MultiplyPart(int position, int block, int part, SparseInputScratch scratch)
    {
        int first = _plan.StartOfPart(part), samples = _plan.StartOfPart(part + 1) - first;
        float* sums = scratch.Sums + ((nint)first * SparseKernelSet.Columns);
        SparseEntry* list = ListOf(position, block, part);
        int* starts = StartsOf(position, block, part);
        for (int c = 0; c < SparseKernelSet.Columns; c += 4 * _kernels.Lanes)
            _kernels.Lists4(list, starts, samples, scratch.Weights + c, sums + c, SparseKernelSet.Columns, false);
    }

    /// <summary>total = sums + bias of the first depth block, total + sums of the others.</summary>
    private void Add(SparseInputScratch scratch, bool isFirst)
    {
        float* sums = scratch.Sums;
        float* total = scratch.Total;
        for (int s = 0; s < _plan.Batch; s++, sums += SparseKernelSet.Columns, total += SparseKernelSet.Columns)
        {
            float* other = isFirst ? scratch.Bias : total;
            for (int c = 0; c < SparseKernelSet.Columns; c += Vector512<float>.Count)
                Vector512.Store(Vector512.Load(sums + c) + Vector512.Load(other + c), total + c);
        }
    }
}
