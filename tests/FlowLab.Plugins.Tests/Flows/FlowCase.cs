using FlowLab.Flows;
using FlowLab.Kernels;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>A flow of the catalogue.</summary>
/// <param name="Name">Name in test listings.</param>
/// <param name="Create">Builds the flow: shape, length, accelerator.</param>
/// <param name="Reference">Its reference, from the initialized flow.</param>
internal sealed record FlowCase(string Name, Func<FlowShape, int, Accelerator, IFlow> Create, Func<FlowHarness, IReferenceFlow> Reference)
{
    public override string ToString() => Name;
}

/// <summary>A flow of the catalogue in one shape, with one kind of parameters and one way to deal samples to tiles.</summary>
internal sealed record FlowSetup(FlowCase Flow, int Dimension, int Length, bool IsAmortized, bool IsInterleaved)
{
    public const int Batch = 7;

    public SampleTiles Tiles => (IsAmortized, IsInterleaved) switch
    {
        (true, false) => SampleTiles.PerSample(Batch),
        (true, true) => SampleTiles.Interleaved(Batch, Batch),
        (false, false) => SampleTiles.Contiguous(Batch, 3),
        (false, true) => SampleTiles.Interleaved(Batch, 3),
    };

    public override string ToString() =>
        $"{Flow} D={Dimension} K={Length} {(IsAmortized ? "amortized" : "global")} {(IsInterleaved ? "interleaved" : "contiguous")}";
}
