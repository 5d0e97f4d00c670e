namespace FlowLab.Plugins;

/// <summary>The kinds of component that a plugin offers. Manifests wire them together; data files serve datasets.</summary>
public static class ComponentKinds
{
    public const string Flow = "flow";
    public const string Energy = "energy";
    public const string Dataset = "dataset";
    public const string Optimizer = "optimizer";
    public const string Schedule = "schedule";
    public const string DataFiles = "data-files";
}
