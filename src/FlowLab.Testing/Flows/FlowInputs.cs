using FlowLab.Kernels;

namespace FlowLab.Testing.Flows;

/// <summary>What every pass of a case has in common.</summary>
/// <param name="Dimension">Dimension D.</param>
/// <param name="Seeds">Seeds R.</param>
/// <param name="Tiles">How samples are dealt to kernel instances.</param>
/// <param name="IsAmortized">Whether every tile has parameters of its own.</param>
/// <param name="Parameters">[R, P] or [R, P, tiles].</param>
/// <param name="Context">[R, C, tiles].</param>
/// <param name="Layers">Layers that take part.</param>
internal sealed record FlowInputs(
    int Dimension, int Seeds, SampleTiles Tiles, bool IsAmortized, float[] Parameters, float[] Context, int Layers)
{
    /// <summary>What buffers hold before somebody writes to them.</summary>
    public float Unset { get; init; } = float.NaN;

    /// <summary>What surrounds buffers.</summary>
    public float Zone { get; init; } = float.NaN;

    /// <summary>Whether somebody wants the tape, and to know what the pass wrote that it must not; differences, which move copies of a case about, do not.</summary>
    public bool IsWatched { get; init; } = true;

    /// <summary>Samples per seed, B.</summary>
    public int Batch => Tiles.Batch;
}
