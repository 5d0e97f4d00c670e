using FlowLab.Engine.Cells;
using FlowLab.Engine.Memory;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Objectives;

/// <summary>The partial gradients [R, count, tiles] of a chain's global parameters and their sums over tiles.</summary>
internal sealed class PartialGradients : IDisposable
{
    private readonly int _seeds;
    private readonly int _count;
    private readonly int _tiles;
    private readonly GuardedBuffer<float> _values;
    private readonly Action<Index2D, int, int, ArrayView<float>, ArrayView<float>, int, int, ArrayView<int>> _sum;

    public PartialGradients(Accelerator accelerator, int seeds, int count, int tiles)
    {
        (_seeds, _count, _tiles) = (seeds, count, tiles);
        _values = new GuardedBuffer<float>(accelerator, FormattableString.Invariant($"partial gradients [{seeds} seeds, {count}, {tiles} tiles]"), Math.Max(1, (long)seeds * count * tiles));
        _sum = accelerator.LoadAutoGroupedStreamKernel<Index2D, int, int, ArrayView<float>, ArrayView<float>, int, int, ArrayView<int>>(
            TrainingKernels.SumGradients);
    }

    /// <summary>[R, count, tiles].</summary>
    public ArrayView<float> Values => _values.View;

    /// <summary>Sums over tiles, into the gradients [R, P] from parameter <paramref name="first"/> on, and looks for faults.</summary>
    public void SumInto(TrainingBuffers buffers, int first)
    {
        if (_count > 0)
            _sum(new Index2D(_count, _seeds), _count, _tiles, Values, buffers.Gradients.View, buffers.ParameterCount, first, buffers.Faults.View);
    }

    public void Dispose() => _values.Dispose();
}
