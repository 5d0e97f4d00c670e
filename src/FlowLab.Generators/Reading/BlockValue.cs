using FlowLab.Generators.Code;

namespace FlowLab.Generators.Reading;

/// <summary>A vector of parameters.</summary>
internal sealed class BlockValue(Block block) : Value
{
    public Block Block { get; } = block;
}
