namespace FlowLab.Plugins;

/// <summary>
/// Marks an <see cref="Data.IDataFiles"/>, whose files <c>flowlab data</c> lists, downloads and checks. Manifests do not name it; the
/// dataset that reads the files does, through <see cref="Data.IDataFolder"/>.
/// </summary>
/// <param name="name">The name on the command line; by custom that of the dataset.</param>
public sealed class DataFilesAttribute(string name) : ComponentAttribute(ComponentKinds.DataFiles, name);
