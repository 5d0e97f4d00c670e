namespace FlowLab.Plugins;

/// <summary>Marks an <see cref="Flows.IFlow"/> that manifests can name.</summary>
/// <param name="name">The name in manifests.</param>
public sealed class FlowAttribute(string name) : ComponentAttribute(ComponentKinds.Flow, name);
