namespace FlowLab.Flows;

/// <summary>Whose the parameters of a flow are in a posterior q(z|x).</summary>
public enum ParameterScope
{
    /// <summary>One set per data point: outputs of the inference network.</summary>
    Amortised,

    /// <summary>One set per seed, trained itself.</summary>
    Global,
}
