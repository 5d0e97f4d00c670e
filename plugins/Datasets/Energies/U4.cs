using ILGPU.Runtime;

namespace FlowLab.Plugins.Datasets.Energies;

/// <summary>
/// U4 = -ln(exp(-1/2 ((z2 - w1) / 0.4)^2) + exp(-1/2 ((z2 - w1 + w3) / 0.35)^2)), w1 = sin(2 pi z1 / 4),
/// w3 = 3 sigmoid((z1 - 1) / 0.3), a wave that splits in two. ln Z = 2.8241 with the wall of 0.4.
/// Rezende and Mohamed, Variational Inference with Normalizing Flows, ICML 2015, table 1; arXiv 1505.05770.
/// </summary>
[Energy("U4", Summary = "A sine wave that splits in two.", Source = "Rezende and Mohamed 2015, table 1")]
public sealed class U4(EnergySettings settings, Accelerator accelerator) : PlaneEnergy<U4Kernel>(settings, accelerator);
