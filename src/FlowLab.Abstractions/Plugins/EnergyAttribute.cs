namespace FlowLab.Plugins;

/// <summary>Marks an <see cref="Energies.IEnergy"/> that manifests can name.</summary>
/// <param name="name">The name in manifests.</param>
public sealed class EnergyAttribute(string name) : ComponentAttribute(ComponentKinds.Energy, name);
