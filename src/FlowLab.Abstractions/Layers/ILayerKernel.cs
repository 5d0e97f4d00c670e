using FlowLab.Flows;
using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Layers;

/// <summary>
/// K layers of one kind as kernels see them: a struct that moves the samples of a tile through one layer, either way, and takes the gradients of either
/// way. <see cref="LayerKernels"/> makes the four passes of a flow of it, <see cref="LayerLaunches{TLayers}"/> loads them. X = tile, Y = seed.
/// </summary>
public interface ILayerKernel
{
    /// <summary>Layers, K.</summary>
    int Length { get; }

    /// <summary>The first parameter of a layer; of layer K: the number of parameters.</summary>
    int Offset(int layer);

    /// <summary>The first number of a layer's context; of layer K: how many there are.</summary>
    int ContextOffset(int layer);

    /// <summary>z to z'; adds the log-det.</summary>
    /// <param name="at">Tile and seed.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="batch">Tiles and parameters.</param>
    /// <param name="state">[R, D, B].</param>
    /// <param name="logDet">[B], of the seed.</param>
    /// <param name="scratch">Free for use.</param>
    void Push(Index2D at, int layer, FlowBatch batch, SampleView state, ArrayView<float> logDet, SampleView scratch);

    /// <summary>z' to z; adds the log-det of the way from z to z'.</summary>
    /// <param name="at">Tile and seed.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="batch">Tiles and parameters.</param>
    /// <param name="state">[R, D, B].</param>
    /// <param name="logDet">[B], of the seed.</param>
    /// <param name="scratch">Free for use.</param>
    void Pull(Index2D at, int layer, FlowBatch batch, SampleView state, ArrayView<float> logDet, SampleView scratch);

    /// <summary>Gradients of <see cref="Push"/>: z' and dL/dz' to z and dL/dz.</summary>
    void PushBackward(Index2D at, int layer, LayerAdjoint pass);

    /// <summary>Gradients of <see cref="Pull"/>: z and dL/dz to z' and dL/dz'.</summary>
    void PullBackward(Index2D at, int layer, LayerAdjoint pass);
}
