using FlowLab.Flows;
using FlowLab.Plugins;

namespace FaultyFlows;

/// <summary>A flow whose settings cannot be used as they are.</summary>
[Flow("out-of-range", Summary = "Has defaults that its own ranges refuse.")]
public sealed class OutOfRangeFlow(OutOfRangeSettings settings) : IFlow
{
    public int Length => 1;

    public int ParameterCount => 0;

    public IReadOnlyList<ParameterBlock> Blocks => [];

    public int TapeLength => 0;

    public int ScratchLength => settings.Share > 5 ? 1 : 0;

    public void Initialize(FlowSeeds seeds, Span<float> parameters)
    {
    }

    public void Forward(in FlowForward pass)
    {
    }

    public void Backward(in FlowBackward pass)
    {
    }

    public void Inverse(in FlowInverse pass)
    {
    }

    public void InverseBackward(in FlowInverseBackward pass)
    {
    }

    public void Dispose()
    {
    }
}
