using ILGPU.Runtime;

namespace FlowLab.Plugins.Datasets.Energies;

/// <summary>
/// U3 = -ln(exp(-1/2 ((z2 - w1) / 0.35)^2) + exp(-1/2 ((z2 - w1 + w2) / 0.35)^2)), w1 = sin(2 pi z1 / 4),
/// w2 = 3 exp(-1/2 ((z1 - 1) / 0.6)^2), a wave that splits and joins again. ln Z = 2.7598 with the wall of 0.4.
/// Rezende and Mohamed, Variational Inference with Normalizing Flows, ICML 2015, table 1; arXiv 1505.05770.
/// </summary>
[Energy("U3", Summary = "A sine wave that splits and joins again.", Source = "Rezende and Mohamed 2015, table 1")]
public sealed class U3(EnergySettings settings, Accelerator accelerator) : PlaneEnergy<U3Kernel>(settings, accelerator);
