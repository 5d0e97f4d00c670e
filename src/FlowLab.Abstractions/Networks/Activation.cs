namespace FlowLab.Networks;

/// <summary>Nonlinearity of a hidden layer.</summary>
public enum Activation
{
    /// <summary>The maximum over windows of linear units (Goodfellow et al. 2013); the paper's choice.</summary>
    Maxout,

    /// <summary>Hyperbolic tangent.</summary>
    Tanh,

    /// <summary>max(0, x).</summary>
    Relu,

    /// <summary>x for x &gt; 0, e^x - 1 otherwise (Clevert, Unterthiner and Hochreiter 2015).</summary>
    Elu,
}
