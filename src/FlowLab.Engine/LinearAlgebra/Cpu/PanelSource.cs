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
    }

    internal static PanelSource OfLeft(in MatrixView matrix) => new(matrix, depthIsColumns: true);

    internal static PanelSource OfRight(in MatrixView matrix) => new(matrix, depthIsColumns: false);

    /// <summary>The memory of one panel of one seed.</summary>
    internal PanelHint HintOf(int seed, PanelSpan span, int depthStart, int depth) => _acrossStride == 1
        ? new(At(seed, span.First, depthStart), _depthStride, depth, span.Used)
        : new(At(seed, span.First, depthStart), _acrossStride, span.Used, depth);

    /// <summary>Packs panels of one seed, one after the other: <c>target[d * width + p]</c> in each.</summary>
    internal void Pack(int seed, in PanelLayout panels, int firstPanel, int endPanel, int depthStart, int depth, float* target)
    {
        float* source = At(seed, panels.OffsetOf(firstPanel), depthStart);
        if (_acrossStride == 1)
        {
            PanelPacking.Copy(source, _depthStride, panels, firstPanel, endPanel, depth, target);
            return;
        }

        for (int panel = firstPanel; panel < endPanel; panel++)
        {
            PanelSpan span = panels[panel];
            PanelPacking.Transpose(source, _acrossStride, span.Used, depth, target, span.Width);
            source += span.Width * _acrossStride;
            target += (nint)span.Width * depth;
        }
    }

    private float* At(int seed, int across, int depth) =>
        _values + (seed * _seedStride) + (across * _acrossStride) + (depth * _depthStride);
}
