using FlowLab.LinearAlgebra;
using ILGPU.Runtime;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>A factor as packing sees it: panels across, depth along. One of the two strides is 1.</summary>
internal readonly unsafe struct PanelSource
{
    private readonly float* _values;
    private readonly nint _acrossStride;
    private readonly nint _depthStride;
    private readonly nint _seedStride;

    private PanelSource(in MatrixView matrix, bool depthIsColumns)
    {
        bool depthIsContiguous = depthIsColumns != matrix.IsTransposed;
        _values = (float*)matrix.Values.LoadEffectiveAddressAsPtr();
        _acrossStride = depthIsContiguous ? matrix.LeadingDimension : 1;
        _depthStride = depthIsContiguous ? 1 : matrix.LeadingDimension;
        _seedStride = (nint)matrix.SeedStride;
        Length = depthIsColumns ? matrix.Rows : matrix.Columns;
    }

    /// <summary>Elements across.</summary>
    internal int Length { get; }

    /// <summary>Whether all seeds have the same values.</summary>
    internal bool IsShared => _seedStride == 0;

    internal static PanelSource OfLeft(in MatrixView matrix) => new(matrix, depthIsColumns: true);

    internal static PanelSource OfRight(in MatrixView matrix) => new(matrix, depthIsColumns: false);

    /// <summary>The memory of one panel of one seed, as far as it can be told to the cache.</summary>
    internal PanelHint HintOf(int seed, PanelSpan span, int depthStart, int depth)
    {
        float* source = At(seed, span.First, depthStart);
        if (_acrossStride == 1)
            return PanelHint.OfRows(source, _depthStride, span.Used);
        return _acrossStride == depth ? PanelHint.OfBlock(source, span.Used, depth) : default;
    }

    /// <summary>Packs one panel of one seed: <c>target[d * width + p]</c>.</summary>
    internal void Pack(int seed, PanelSpan span, int depthStart, int depth, float* target)
    {
        float* source = At(seed, span.First, depthStart);
        if (_acrossStride == 1)
            PanelPacking.Copy(source, _depthStride, span.Used, depth, target, span.Width);
        else
            PanelPacking.Transpose(source, _acrossStride, span.Used, depth, target, span.Width);
    }

    private float* At(int seed, int across, int depth) =>
        _values + (seed * _seedStride) + (across * _acrossStride) + (depth * _depthStride);
}
