using FlowLab.Engine.LinearAlgebra.Cpu;
using FlowLab.Engine.Memory;

namespace FlowLab.Engine.LinearAlgebra.Sparse;

/// <summary>
/// One backward pass through maxout units. A step is a block of seeds. Values of the unit gradient are in the lists before a product writes, so that input gradients may
/// take their place.
/// </summary>
internal sealed unsafe partial class MaxoutRun(SparseKernelSet kernels, int threads) : SteppedRun<MaxoutScratch>(threads)
{
    private readonly SparseKernelSet _kernels = kernels;
    private readonly AlignedMemory _inputs = new();
    private readonly AlignedMemory _lists = new();
    private readonly AlignedMemory _winners = new();
    private readonly AlignedMemory _starts = new();
    private MaxoutPlan _plan;
    private MatrixRows _linear;
    private MatrixRows _units;
    private MatrixRows _unitGradient;
    private MatrixRows _input;
    private MatrixRows _weight;
    private MatrixRows _weightGradient;
    private MatrixRows _inputGradient;
    private float* _biasGradient;
    private nint _biasStride;

    /// <summary>Takes over a backward pass; the result says whether all threads shall take part.</summary>
    internal bool Take(in MaxoutGradient call)
    {
        _plan = new(call, Scratch.Count);
        (_linear, _units, _unitGradient) = (new(call.Linear), new(call.Units), new(call.UnitGradient));
        (_input, _weight, _weightGradient) = (new(call.Input), new(call.Weight), new(call.WeightGradient));
        _inputGradient = call.InputGradient is { } target ? new(target) : default;
        _biasGradient = ViewAddress.Of(call.BiasGradient.Values);
        _biasStride = (nint)call.BiasGradient.SeedStride;
        _inputs.Reserve((nint)(_plan.BlockSeeds * _plan.InputLength));
        _lists.Reserve((nint)(_plan.BlockSeeds * _plan.ListLength));
        _winners.Reserve((nint)(_plan.BlockSeeds * _plan.WinnerLength));
        _starts.Reserve((nint)(_plan.BlockSeeds * _plan.StartLength));
        foreach (MaxoutScratch scratch in Scratch)
            scratch.Reserve(_plan);
        Begin(_plan.Steps, _plan.PreparingTasks, _plan.TasksPerStep);
        return _plan.IsParallel;
    }

    public override void Dispose()
    {
        foreach (AlignedMemory memory in new[] { _inputs, _lists, _winners, _starts })
            memory.Dispose();
        base.Dispose();
    }

    protected override void Prepare(int step, int task, MaxoutScratch scratch)
    {
        int firstSeed = step * _plan.BlockSeeds;
        (int seed, int item) = Math.DivRem(task, _plan.ListTasks + _plan.ColumnBlocks);
        if (firstSeed + seed >= _plan.Seeds)
            return;
        if (item < _plan.ListTasks)
            List(firstSeed, seed, item, scratch);
        else
            Transpose(firstSeed, seed, item - _plan.ListTasks);
    }

    protected override void Multiply(int step, int task, MaxoutScratch scratch)
    {
        int firstSeed = step * _plan.BlockSeeds;
        bool isPull = task < _plan.PullTasks;
        int rest = isPull ? task : task - _plan.PullTasks;
        (int seed, int item) = Math.DivRem(rest, (isPull ? _plan.PullTasks : _plan.WeightTasks) / _plan.BlockSeeds);
        if (firstSeed + seed >= _plan.Seeds)
            return;
        if (isPull)
            PullBack(firstSeed, seed, item, scratch);
        else
            MultiplyWeights(firstSeed, seed, item, scratch);
    }

    /// <summary>The inputs of all samples of a block, [B, <see cref="SparseKernelSet.Columns"/>], zeros behind the last input.</summary>
    private float* Inputs(int seed, int block) => _inputs.Pointer + (seed * (nint)_plan.InputLength) + ((nint)block * _plan.Batch * SparseKernelSet.Columns);

    private SparseEntry* ListOf(int seed, int chunk, int unit)
    {
        int start = _plan.StartOfChunk(chunk), length = _plan.StartOfChunk(chunk + 1) - start;
        return (SparseEntry*)(_lists.Pointer + (seed * (nint)_plan.ListLength)) + ((nint)start * _plan.Units) + ((nint)unit * length);
    }

    private int* StartsOf(int seed, int chunk, int unit) =>
        (int*)(_starts.Pointer + (seed * (nint)_plan.StartLength)) + ((((nint)chunk * _plan.Units) + unit) * (_plan.Window + 1));

    private SparseEntry* WinnersOf(int seed, int sample) =>
        (SparseEntry*)(_winners.Pointer + (seed * (nint)_plan.WinnerLength)) + ((nint)sample * _plan.Units);

    private int UsedColumns(int block) => Math.Min(SparseKernelSet.Columns, _plan.Inputs - (block * SparseKernelSet.Columns));

    private void Transpose(int firstSeed, int seed, int block) => PanelPacking.Transpose(
        _input.Row(firstSeed + seed, block * SparseKernelSet.Columns), _input.Stride, UsedColumns(block), _plan.Batch, Inputs(seed, block), SparseKernelSet.Columns);
}
