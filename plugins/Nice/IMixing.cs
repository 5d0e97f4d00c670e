using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Plugins.Nice;

/// <summary>The kernel side of the maps in front of the couplings; orthogonal, so that the transpose is the inverse.</summary>
public interface IMixing
{
    /// <summary>rows = M rows for the samples of one tile (X) of one seed (Y); the first rows of <paramref name="scratch"/> are used.</summary>
    void Apply(Index2D at, int layer, SampleTiles tiles, SampleView rows, SampleView scratch);

    /// <summary>rows = M' rows.</summary>
    void ApplyTransposed(Index2D at, int layer, SampleTiles tiles, SampleView rows, SampleView scratch);
}
