namespace FlowLab.Flows;

/// <summary>A named, contiguous range of a component's parameters.</summary>
/// <param name="Name">The field's standard name: w, u, b, beta, "hidden.weight".</param>
/// <param name="Layer">The layer it belongs to, counted from 0.</param>
/// <param name="Offset">Its first parameter within the component.</param>
/// <param name="Length">How many parameters it has.</param>
public sealed record ParameterBlock(string Name, int Layer, int Offset, int Length)
{
    /// <summary>Its axes, the last fastest; [<see cref="Length"/>] unless said otherwise.</summary>
    public IReadOnlyList<int> Shape { get; init; } = [Length];
}
