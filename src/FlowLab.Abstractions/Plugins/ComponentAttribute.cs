namespace FlowLab.Plugins;

/// <summary>
/// Makes a class a component that manifests can name. The class is built by dependency injection: its constructor may ask for its
/// settings type (any class with a parameterless constructor whose name ends in <c>Settings</c>), for what the kind passes along
/// (a flow gets its <see cref="Flows.FlowShape"/>), and for every service that the host registers.
/// </summary>
/// <param name="kind">What the component is; one of <see cref="ComponentKinds"/>.</param>
/// <param name="name">The name in manifests: lower case words joined by hyphens, or the name the literature uses.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public abstract class ComponentAttribute(string kind, string name) : Attribute
{
    /// <summary>What the component is; one of <see cref="ComponentKinds"/>.</summary>
    public string Kind { get; } = kind;

    /// <summary>The name in manifests.</summary>
    public string Name { get; } = name;

    /// <summary>One sentence for listings and editors.</summary>
    public required string Summary { get; init; }

    /// <summary>Where the component comes from: paper, equation, year.</summary>
    public string Source { get; init; } = "";
}
