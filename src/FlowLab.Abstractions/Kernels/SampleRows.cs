using FlowLab.LinearAlgebra;
using ILGPU;

namespace FlowLab.Kernels;

/// <summary>Neighbouring rows of a <see cref="SampleView"/>: some features of all samples of all seeds.</summary>
/// <param name="view">[R, N, B].</param>
/// <param name="first">The first row.</param>
/// <param name="count">How many rows, M.</param>
public readonly struct SampleRows(SampleView view, int first, int count)
{
    /// <summary>What the rows are of, [R, N, B].</summary>
    public readonly SampleView View = view;

    /// <summary>The first row.</summary>
    public readonly int First = first;

    /// <summary>How many rows, M.</summary>
    public readonly int Count = count;

    /// <summary>All rows of a view.</summary>
    public static SampleRows All(SampleView view) => new(view, 0, view.Features);

    /// <summary>Rows of these rows.</summary>
    public SampleRows Slice(int first, int count) => new(View, First + first, count);

    /// <summary>Row <paramref name="row"/> of the seed at position <paramref name="seed"/>: [B].</summary>
    public ArrayView<float> Row(int seed, int row) => View.Row(seed, First + row);

    /// <summary>[M, B] of every seed, as a factor or target of a matrix product.</summary>
    public MatrixView AsMatrix() => new(
        View.Values.SubView((long)First * View.Batch, View.Values.Length - (long)First * View.Batch), Count, View.Batch, View.Batch,
        (long)View.Features * View.Batch);
}
