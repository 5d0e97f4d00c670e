namespace FlowLab.Host.Runs;

/// <summary>A cell is ended from outside, since a component does not return, takes all memory, or took its process along.</summary>
/// <param name="component">The component, as the manifest names it; empty if it is not known.</param>
/// <param name="message">The numbered reason.</param>
internal sealed class CellGivenUpException(string component, string message) : Exception(message)
{
    /// <summary>The component, as the manifest names it; empty if it is not known.</summary>
    public string Component { get; } = component;
}
