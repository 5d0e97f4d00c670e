namespace FlowLab.Plugins;

/// <summary>Marks an <see cref="Optimization.IOptimizer"/> that manifests can name.</summary>
/// <param name="name">The name in manifests.</param>
public sealed class OptimizerAttribute(string name) : ComponentAttribute(ComponentKinds.Optimizer, name);
