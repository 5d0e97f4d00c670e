namespace FlowLab.Engine.Cells;

/// <summary>What training minimises.</summary>
public enum ObjectiveKind
{
    /// <summary>The free energy F = E_q0[ln q0(z0) - sum of log-dets + beta U(zK)] of the paper's equation (15); a bound on -ln Z.</summary>
    FreeEnergy,

    /// <summary>-E_data[ln q(x)] with the exact density through the inverse of the flow.</summary>
    MaximumLikelihood,

    /// <summary>Nothing: the flow is drawn as initialised.</summary>
    None,
}
