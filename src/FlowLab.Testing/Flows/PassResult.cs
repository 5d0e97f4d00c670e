namespace FlowLab.Testing.Flows;

/// <summary>What a pass left behind; arrays that the pass does not have are empty.</summary>
internal sealed record PassResult
{
    /// <summary>[R, D, B].</summary>
    public float[] State { get; init; } = [];

    /// <summary>[R, B], what was added.</summary>
    public float[] LogDet { get; init; } = [];

    /// <summary>[R, T, B].</summary>
    public float[] Tape { get; init; } = [];

    /// <summary>[R, D, B].</summary>
    public float[] Gradient { get; init; } = [];

    /// <summary>[R, P, tiles].</summary>
    public float[] ParameterGradient { get; init; } = [];

    /// <summary>[R, C, tiles].</summary>
    public float[] ContextGradient { get; init; } = [];

    /// <summary>Where the pass wrote although it must not; empty if nowhere.</summary>
    public string Damage { get; init; } = "";

    /// <summary>The results by name, in one order.</summary>
    public IEnumerable<(string Name, float[] Values)> Parts =>
    [
        ("state", State), ("log-det", LogDet), ("gradient of the state", Gradient), ("gradient of the parameters", ParameterGradient),
        ("gradient of the context", ContextGradient),
    ];
}
