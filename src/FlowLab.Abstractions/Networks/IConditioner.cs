using FlowLab.Flows;
using FlowLab.Random;

namespace FlowLab.Networks;

/// <summary>A network that a flow's kernels evaluate in place, tile by tile, without a launch of its own.</summary>
public interface IConditioner
{
    /// <summary>Parameters of one network.</summary>
    int ParameterCount { get; }

    /// <summary>The named parts of the parameters, with layer 0 throughout; a flow places them into its own layers.</summary>
    IReadOnlyList<ParameterBlock> Blocks { get; }

    /// <summary>Numbers per sample that an evaluation needs while it runs.</summary>
    int ScratchLength { get; }

    /// <summary>Writes initial parameters.</summary>
    /// <param name="random">The stream to draw from.</param>
    /// <param name="parameters">[<see cref="ParameterCount"/>], to be filled.</param>
    void Initialize(RandomStream random, Span<float> parameters);

    /// <summary>Numbers per tile that it reads beside its parameters: the biases of the first hidden layer, if they come from a context; else 0.</summary>
    int ContextLength { get; }

    /// <summary>Writes what the context starts as.</summary>
    /// <param name="random">The stream to draw from.</param>
    /// <param name="context">[<see cref="ContextLength"/>], to be filled.</param>
    void InitializeContext(RandomStream random, Span<float> context);

    /// <summary>Hands the kernel side of the network, a value of a struct type, to code that is generic in that type.</summary>
    TResult Accept<TResult>(IConditionerVisitor<TResult> visitor);
}
