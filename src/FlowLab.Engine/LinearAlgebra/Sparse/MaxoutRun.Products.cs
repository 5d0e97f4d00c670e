using FlowLab.Engine.LinearAlgebra.Cpu;

namespace FlowLab.Engine.LinearAlgebra.Sparse;

/// <content>Rows times entries.</content>
internal sealed unsafe partial class MaxoutRun
{
    /// <summary>dL/dW of some hidden units: for every block of inputs, which then lies in the nearest cache, all of the units.</summary>
    private void MultiplyWeights(int firstSeed, int seed, int task, MaxoutScratch scratch)
    {
        (int first, int end) = (task * _plan.UnitRun, Math.Min((task + 1) * _plan.UnitRun, _plan.Units));
        for (int chunk = 0; chunk < _plan.Chunks; chunk++)
        {
            for (int block = 0; block < _plan.ColumnBlocks; block++)
            {
                float* rows = Inputs(seed, block) + ((nint)_plan.StartOfChunk(chunk) * SparseKernelSet.Columns);
                for (int unit = first; unit < end; unit++)
                    MultiplyUnit(firstSeed, seed, chunk, block, unit, rows, scratch);
            }
        }
    }

    private void MultiplyUnit(int firstSeed, int seed, int chunk, int block, int unit, float* rows, MaxoutScratch scratch)
    {
        float* target = _weightGradient.Row(firstSeed + seed, unit * _plan.Window) + (block * SparseKernelSet.Columns);
        SparseEntry* list = ListOf(seed, chunk, unit);
        int* starts = StartsOf(seed, chunk, unit);
        int used = UsedColumns(block), lanes = _kernels.Lanes, c = 0;
        for (; c + (4 * lanes) <= used; c += 4 * lanes)
            _kernels.Lists4(list, starts, _plan.Window, rows + c, target + c, _weightGradient.Stride, chunk > 0);
        if (c < used)
            MultiplyTail(list, starts, rows + c, target + c, used - c, chunk > 0, scratch.Tail);
    }

    /// <summary>Less than four vectors of inputs: on rows of their own, because what lies behind them is not theirs.</summary>
    private void MultiplyTail(SparseEntry* list, int* starts, float* rows, float* target, int used, bool adds, float* tail)
    {
        nint stride = _weightGradient.Stride;
        for (int i = 0; adds && i < _plan.Window; i++)
            new Span<float>(target + (i * stride), used).CopyTo(new(tail + (i * SparseKernelSet.Columns), used));
        var kernel = used > _kernels.Lanes ? _kernels.Lists4 : _kernels.Lists1;
        kernel(list, starts, _plan.Window, rows, tail, SparseKernelSet.Columns, adds);
        for (int i = 0; i < _plan.Window; i++)
            new Span<float>(tail + (i * SparseKernelSet.Columns), used).CopyTo(new(target + (i * stride), used));
    }

    /// <summary>dL/dx of a block of inputs and a part of the samples.</summary>
    private void PullBack(int firstSeed, int seed, int task, MaxoutScratch scratch)
    {
        (int block, int part) = Math.DivRem(task, _plan.SampleParts);
        int first = (int)((long)_plan.Batch * part / _plan.SampleParts), end = (int)((long)_plan.Batch * (part + 1) / _plan.SampleParts);
        int used = UsedColumns(block);
        new Span<float>(scratch.Sums, (end - first) * SparseKernelSet.Columns).Clear();
        PulledUnits pull = new() { Units = _plan.Units, Samples = end - first };
        for (int unit = 0; unit < _plan.Units; unit += _plan.PullUnits)
        {
            pull.Entries = WinnersOf(seed, first) + unit;
            pull.Count = Math.Min(_plan.PullUnits, _plan.Units - unit);
            PullBack(firstSeed + seed, block * SparseKernelSet.Columns, used, unit, pull, scratch);
        }

        float* target = _inputGradient.Row(firstSeed + seed, block * SparseKernelSet.Columns) + first;
        PanelPacking.Transpose(scratch.Sums, SparseKernelSet.Columns, end - first, used, target, _inputGradient.Stride, filled: end - first);
    }

    /// <summary>Some hidden units' part of it.</summary>
    private void PullBack(int seed, int firstColumn, int used, int unit, PulledUnits pull, MaxoutScratch scratch)
    {
        float* rows = _weight.Row(seed, 0) + firstColumn;
        int lanes = _kernels.Lanes, c = 0;
        pull.Stride = _weight.Stride;
        int next = Math.Min(_plan.PullUnits, _plan.Units - unit - pull.Count) * _plan.Window;
        pull.Next = rows + ((nint)(unit + pull.Count) * _plan.Window * pull.Stride);
        pull.NextPerSample = MaxoutPlan.Parts(next, Math.Max(1, pull.Samples));
        for (; c + (4 * lanes) <= used; c += 4 * lanes, pull.NextPerSample = 0)
            _kernels.Pull4(&pull, rows + c, scratch.Sums + c);
        for (; c + lanes <= used; c += lanes)
            _kernels.Pull1(&pull, rows + c, scratch.Sums + c);
        if (c < used)
            PullTail(rows + c, used - c, unit, pull, scratch.Sums + c, scratch.Tail);
    }

    /// <summary>Less than a vector of inputs: the rest of each row is brought together, with zeros, so that nothing behind the weights is read.</summary>
    private void PullTail(float* rows, int used, int unit, PulledUnits pull, float* sums, float* tail)
    {
        int first = unit * _plan.Window, count = pull.Count * _plan.Window;
        for (int row = 0; row < count; row++)
        {
            Span<float> line = new(tail + (row * CacheHint.Line), CacheHint.Line);
            new Span<float>(rows + ((first + row) * pull.Stride), used).CopyTo(line);
            line[used..].Clear();
        }

        pull.Stride = CacheHint.Line;
        _kernels.Pull1(&pull, tail - ((nint)first * CacheHint.Line), sums);
    }
}
