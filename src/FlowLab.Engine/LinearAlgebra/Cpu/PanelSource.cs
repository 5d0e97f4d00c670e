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
        _values = ViewAddress.Of(matrix.Values);
        _acrossStride = depthIsContiguous ? matrix.LeadingDimension : 1;
        _depthStride = depthIsContiguous ? 1 : matrix.LeadingDimension;
        _seedStride = (nint)matrix.SeedStride;
    }

    internal static PanelSource OfLeft(in MatrixView matrix) => new(matrix, depthIsColumns: true);

    internal static PanelSource OfRight(in MatrixView matrix) => new(matrix, depthIsColumns: false);

    /// <summary>The memory of one panel of one seed.</summary>
    internal PanelHint HintOf(int seed, PanelSpan span, int depthStart, int depth) => _acrossStride == 1
        ? new(At(seed, span.First, depthStart), _depthStride, depth, span.Used)
        : new(At(seed, span.First, depthStart), _acrossStride, span.Used, depth);

    /// <summary>Packs panels of one seed, one after the other: <c>target[d * width + p]</c> in each.</summary>
    internal void Pack(int seed, in PanelLayout panels, int first, int end, int depthStart, int depth, float* target)
    {
        while (first < end)
        {
            PanelSpan span = panels[first];
            int alike = span.IsFull ? panels.CountAlike(first, end) : 1;
            Pack(At(seed, span.First, depthStart), alike, span, depth, target);
            first += alike;
            target += (nint)alike * span.Width * depth;
        }
    }

    private void Pack(float* source, int panels, PanelSpan span, int depth, float* target)
    {
        if (_acrossStride == 1)
        {
            PanelPacking.Copy(source, _depthStride, panels, span.Used, depth, target, span.Width);
            return;
        }

        for (int panel = 0; panel < panels; panel++)
        {
            nint across = (nint)panel * span.Width;
            PanelPacking.Transpose(source + (across * _acrossStride), _acrossStride, span.Used, depth, target + (across * depth), span.Width);
        }
    }

    private float* At(int seed, int across, int depth) =>
        _values + (seed * _seedStride) + (across * _acrossStride) + (depth * _depthStride);
}
