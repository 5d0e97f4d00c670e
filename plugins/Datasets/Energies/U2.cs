using ILGPU.Runtime;

namespace FlowLab.Plugins.Datasets.Energies;

/// <summary>
/// U2 = 1/2 ((z2 - w1) / 0.4)^2, w1 = sin(2 pi z1 / 4), a sine wave. ln Z = 2.2002 with the wall of 0.4.
/// Rezende and Mohamed, Variational Inference with Normalizing Flows, ICML 2015, table 1; arXiv 1505.05770.
/// </summary>
[Energy("U2", Summary = "One sine wave.", Source = "Rezende and Mohamed 2015, table 1")]
public sealed class U2(EnergySettings settings, Accelerator accelerator) : PlaneEnergy<U2Kernel>(settings, accelerator);
