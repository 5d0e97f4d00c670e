namespace FlowLab.Plugins;

/// <summary>The version of everything in this assembly that a plugin compiles against.</summary>
public static class PluginContract
{
    /// <summary>
    /// Raised whenever a plugin built against an older version could no longer run. A constant, so that the value a plugin
    /// was built with is baked into its <see cref="FlowLabPluginAttribute"/>.
    /// </summary>
    public const int Version = 2;
}
