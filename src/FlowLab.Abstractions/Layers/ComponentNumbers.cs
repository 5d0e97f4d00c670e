using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Layers;

/// <summary>The numbers that a network gives for one component of one sample, or their gradients: one sample of neighboring rows. Usable in kernels.</summary>
/// <param name="rows">The numbers, one row each.</param>
/// <param name="seed">Position on the seeds axis.</param>
/// <param name="sample">The sample.</param>
public readonly struct ComponentNumbers(SampleRows rows, int seed, int sample)
{
    private readonly ArrayView<float> _values = rows.View.Values;
    private readonly int _first = (seed * rows.View.Features + rows.First) * rows.View.Batch + sample;
    private readonly int _stride = rows.View.Batch;

    /// <summary>One number, counted from 0.</summary>
    public ref float this[int index] => ref _values[_first + index * _stride];
}
