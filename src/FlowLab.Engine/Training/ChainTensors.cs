using FlowLab.Engine.Models;
using FlowLab.Flows;

namespace FlowLab.Engine.Training;

/// <summary>The parameters of a chain by name: <c>base.mu</c>, <c>flow.0.layer3.w</c>.</summary>
internal static class ChainTensors
{
    /// <summary>The tensors in the order of the parameters; they cover all of them.</summary>
    public static IReadOnlyList<NamedTensor> Of(FlowChain chain) => [.. OfBase(chain.Base), .. chain.Segments.SelectMany(OfSegment)];

    private static IEnumerable<NamedTensor> OfBase(IBaseDensity density)
    {
        int length = density.BlockNames.Count == 0 ? 0 : density.ParameterCount / density.BlockNames.Count;
        return density.BlockNames.Select((name, index) => new NamedTensor($"base.{Word(name)}", index * length, [length]));
    }

    private static IEnumerable<NamedTensor> OfSegment(FlowSegment segment, int index) => segment.Flow.Blocks.Select(block => new NamedTensor(
        FormattableString.Invariant($"flow.{index}.layer{block.Layer}.{Word(block.Name)}"), segment.FirstParameter + block.Offset, [block.Length]));

    private static string Word(string name) => name.Replace(' ', '_');
}
