namespace FlowLab.Data;

/// <summary>A part of a finite dataset.</summary>
public enum DataSubset
{
    /// <summary>For gradients.</summary>
    Training,

    /// <summary>For choices: of settings, of when to stop.</summary>
    Validation,

    /// <summary>For reported figures.</summary>
    Test,
}
