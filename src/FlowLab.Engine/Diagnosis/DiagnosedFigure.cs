namespace FlowLab.Engine.Diagnosis;

/// <summary>One number that a look inside a training session found.</summary>
/// <param name="Name">Dots between the parts, <see cref="Prefix"/> first: <c>diagnosis.flow.0.layer3.w.max</c>.</param>
/// <param name="Value">The number.</param>
public readonly record struct DiagnosedFigure(string Name, double Value)
{
    /// <summary>What the names of all figures begin with.</summary>
    public const string Prefix = "diagnosis.";
}
