namespace FlowLab.Plugins;

/// <summary>
/// Thrown by the constructor of a component whose settings do not fit each other, the dimension or the data. The user reads the message as it is: what
/// is wrong, what was expected, and which setting to change.
/// </summary>
/// <param name="message">The sentence for the user.</param>
public sealed class ComponentSettingsException(string message) : Exception(message);
