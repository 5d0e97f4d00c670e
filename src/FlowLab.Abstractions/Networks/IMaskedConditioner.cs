namespace FlowLab.Networks;

/// <summary>
/// A conditioner with some outputs per component of its input, of which those of component d depend on the components before d alone: what makes a layer
/// autoregressive. Outputs are ordered by component, [D, n].
/// </summary>
public interface IMaskedConditioner : IConditioner
{
    /// <summary>Hands the kernel side of the network, a value of a struct type, to code that is generic in that type.</summary>
    TResult Accept<TResult>(IMaskedConditionerVisitor<TResult> visitor);
}
