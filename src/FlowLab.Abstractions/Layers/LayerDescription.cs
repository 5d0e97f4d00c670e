using FlowLab.Flows;
using ILGPU;

namespace FlowLab.Layers;

/// <summary>A kind of layer: its parameters, the memory of its passes and their kernels. The source generator writes one per layer; a pass that is written by hand replaces one with <c>with</c>.</summary>
public sealed record LayerDescription
{
    /// <summary>The name of the layer's class.</summary>
    public required string Name { get; init; }

    /// <summary>The blocks of one layer's parameters, in order, for a dimension D.</summary>
    public required Func<int, IReadOnlyList<LayerBlock>> Blocks { get; init; }

    /// <summary>Numbers per sample and layer that the forward pass leaves for the backward pass, for a dimension D.</summary>
    public required Func<int, int> TapeRows { get; init; }

    /// <summary>Numbers per sample that passes need while they run.</summary>
    public required int ScratchRows { get; init; }

    /// <summary>The kernel of <see cref="IFlow.Forward"/>, X = tile, Y = seed: a static method.</summary>
    public required Action<Index2D, FlowForward> Forward { get; init; }

    /// <summary>The kernel of <see cref="IFlow.Backward"/>; its last argument is the number of layers K.</summary>
    public required Action<Index2D, FlowBackward, int> Backward { get; init; }

    /// <summary>The kernel of <see cref="IFlow.Inverse"/>; null if there is none.</summary>
    public Action<Index2D, FlowInverse>? Inverse { get; init; }

    /// <summary>The kernel of <see cref="IFlow.InverseBackward"/>; null if there is none.</summary>
    public Action<Index2D, FlowInverseBackward, int>? InverseBackward { get; init; }
}
