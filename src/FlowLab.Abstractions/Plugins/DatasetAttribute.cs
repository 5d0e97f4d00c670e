namespace FlowLab.Plugins;

/// <summary>Marks an <see cref="Data.IDataset"/> that manifests can name.</summary>
/// <param name="name">The name in manifests.</param>
public sealed class DatasetAttribute(string name) : ComponentAttribute(ComponentKinds.Dataset, name);
