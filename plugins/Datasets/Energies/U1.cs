using ILGPU.Runtime;

namespace FlowLab.Plugins.Datasets.Energies;

/// <summary>
/// U1 = 1/2 ((|z| - 2) / 0.4)^2 - ln(exp(-1/2 ((z1 - 2) / 0.6)^2) + exp(-1/2 ((z1 + 2) / 0.6)^2)), two arcs of a ring. ln Z = 1.8775.
/// Rezende and Mohamed, Variational Inference with Normalizing Flows, ICML 2015, table 1; arXiv 1505.05770.
/// </summary>
[Energy("U1", Summary = "Two arcs of a ring of radius 2.", Source = "Rezende and Mohamed 2015, table 1")]
public sealed class U1(EnergySettings settings, Accelerator accelerator) : PlaneEnergy<U1Kernel>(settings, accelerator);
