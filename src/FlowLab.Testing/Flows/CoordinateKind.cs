namespace FlowLab.Testing.Flows;

/// <summary>What a coordinate belongs to.</summary>
internal enum CoordinateKind
{
    /// <summary>A component of z.</summary>
    State,

    /// <summary>A parameter.</summary>
    Parameter,

    /// <summary>A number of the context.</summary>
    Context,
}
