using System.Numerics;

namespace FlowLab.Testing.Flows;

/// <summary>
/// Something that results can be differentiated by: a single number, or a run of them that moves along a direction of length 1 whose entries are +-1 / sqrt(Count) with
/// scattered signs, so that one derivative depends on all numbers of the run.
/// </summary>
/// <param name="Kind">What it belongs to.</param>
/// <param name="Index">Which one, or the first of a run.</param>
internal readonly record struct Coordinate(CoordinateKind Kind, int Index)
{
    /// <summary>Numbers that move.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Whether more than one number moves.</summary>
    public bool IsDirection => Count > 1;

    /// <summary>Whether a number moves.</summary>
    public bool Has(int index) => index >= Index && index < Index + Count;

    /// <summary>The direction's entry at a number that moves.</summary>
    public double Weight(int index) => IsDirection ? (BitOperations.PopCount((uint)index * 2654435769u) % 2 == 0 ? 1 : -1) / Math.Sqrt(Count) : 1;
}
