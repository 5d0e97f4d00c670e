using FlowLab.Kernels;

namespace FlowLab.Networks;

/// <summary>The place of one evaluation of a network inside a kernel: which seed, which samples, whose parameters.</summary>
public readonly struct ConditionerTile(
    int seed, int tile, SampleTiles tiles, ParameterView parameters, ParameterView context, SampleView scratch, int scratchRow)
{
    /// <summary>Position on the seeds axis.</summary>
    public readonly int Seed = seed;

    /// <summary>The tile of samples.</summary>
    public readonly int Tile = tile;

    /// <summary>How samples are dealt to tiles.</summary>
    public readonly SampleTiles Tiles = tiles;

    /// <summary>The network's parameters, starting at its own first one.</summary>
    public readonly ParameterView Parameters = parameters;

    /// <summary>The network's context, starting at its own first number; unused if <see cref="IConditioner.ContextLength"/> is 0.</summary>
    public readonly ParameterView Context = context;

    /// <summary>Working memory of the flow; the network owns <see cref="IConditioner.ScratchLength"/> rows from <see cref="ScratchRow"/>.</summary>
    public readonly SampleView Scratch = scratch;

    /// <summary>The network's first row of <see cref="Scratch"/>.</summary>
    public readonly int ScratchRow = scratchRow;
}
