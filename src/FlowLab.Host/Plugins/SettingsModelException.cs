namespace FlowLab.Host.Plugins;

/// <summary>A class that cannot serve as settings.</summary>
public sealed class SettingsModelException(string message) : Exception(message);
