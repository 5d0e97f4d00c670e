namespace FlowLab.Host.Plugins;

/// <summary>Why a plugin, or one component of it, was left out. The others load.</summary>
/// <param name="Number">One of <see cref="PluginFaultNumbers"/>.</param>
/// <param name="File">The file or folder at fault.</param>
/// <param name="Message">What, expected, actual, and what to do.</param>
public sealed record PluginFault(string Number, string File, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Number} {File}: {Message}";
}
