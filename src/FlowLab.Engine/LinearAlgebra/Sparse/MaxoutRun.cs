using FlowLab.Engine.LinearAlgebra.Cpu;
using FlowLab.Engine.Memory;

namespace FlowLab.Engine.LinearAlgebra.Sparse;

/// <summary>
/// One backward pass through maxout units, worked off by any number of threads (<see cref="OrderedTasks"/>): what prepares a step waits for the products of the step
/// before, products for what prepares theirs. Values of the unit gradient are in the lists before a product writes, so that input gradients may take their place.
/// </summary>
internal sealed unsafe partial class MaxoutRun : IDisposable
{
    private readonly SparseKernelSet _kernels;
    private readonly OrderedTasks _tasks = new();
    private readonly MaxoutScratch[] _scratch;
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
    private int _nextScratch;

    internal MaxoutRun(SparseKernelSet kernels, int threads)
    {
        _kernels = kernels;
        _scratch = [.. Enumerable.Range(0, threads).Select(_ => new MaxoutScratch())];
        Participate = Work;
    }

    /// <summary>What every thread runs.</summary>
    internal Action Participate { get; }

    /// <summary>Takes over a backward pass; the result says whether all threads shall take part.</summary>
    internal bool Prepare(in MaxoutGradient call)
    {
        _plan = new(call, _scratch.Length);
        (_linear, _units, _unitGradient) = (new(call.Linear), new(call.Units), new(call.UnitGradient));
        (_input, _weight, _weightGradient) = (new(call.Input), new(call.Weight), new(call.WeightGradient));
        _inputGradient = call.InputGradient is { } target ? new(target) : default;
        _biasGradient = ViewAddress.Of(call.BiasGradient.Values);
        _biasStride = (nint)call.BiasGradient.SeedStride;
        _inputs.Reserve((nint)(_plan.BlockSeeds * _plan.InputLength));
        _lists.Reserve((nint)(_plan.BlockSeeds * _plan.ListLength));
        _winners.Reserve((nint)(_plan.BlockSeeds * _plan.WinnerLength));
        _starts.Reserve((nint)(_plan.BlockSeeds * _plan.StartLength));
        foreach (MaxoutScratch scratch in _scratch)
            scratch.Reserve(_plan);
        _nextScratch = 0;
        _tasks.Reset();
        return _plan.IsParallel;
    }

    public void Dispose()
    {
        foreach (AlignedMemory memory in new[] { _inputs, _lists, _winners, _starts })
            memory.Dispose();
        foreach (MaxoutScratch scratch in _scratch)
            scratch.Dispose();
    }

    private void Work()
    {
        MaxoutScratch scratch = _scratch[Interlocked.Increment(ref _nextScratch) - 1];
        long task;
        while ((task = _tasks.Take()) < _plan.Tasks)
        {
            Run(task, scratch);
            _tasks.Finish();
        }
    }

    private void Run(long task, MaxoutScratch scratch)
    {
        (long step, long item) = Math.DivRem(task, _plan.TasksPerStep);
        int firstSeed = (int)step * _plan.BlockSeeds;
        long firstOfStep = step * _plan.TasksPerStep;
        bool isPreparing = item < _plan.PreparingTasks;
        _tasks.WaitFor(isPreparing ? firstOfStep : firstOfStep + _plan.PreparingTasks);
        if (isPreparing)
            Prepare(firstSeed, (int)item, scratch);
        else
            Multiply(firstSeed, (int)item - _plan.PreparingTasks, scratch);
    }

    private void Prepare(int firstSeed, int item, MaxoutScratch scratch)
    {
        (int seed, int task) = Math.DivRem(item, _plan.ListTasks + _plan.ColumnBlocks);
        if (firstSeed + seed >= _plan.Seeds)
            return;
        if (task < _plan.ListTasks)
            List(firstSeed, seed, task, scratch);
        else
            Transpose(firstSeed, seed, task - _plan.ListTasks);
    }

    private void Multiply(int firstSeed, int item, MaxoutScratch scratch)
    {
        bool isPull = item < _plan.PullTasks;
        int rest = isPull ? item : item - _plan.PullTasks;
        (int seed, int task) = Math.DivRem(rest, (isPull ? _plan.PullTasks : _plan.WeightTasks) / _plan.BlockSeeds);
        if (firstSeed + seed >= _plan.Seeds)
            return;
        if (isPull)
            PullBack(firstSeed, seed, task, scratch);
        else
            MultiplyWeights(firstSeed, seed, task, scratch);
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
