using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Energies;

/// <summary>Energies, and their gradients, of a batch of points.</summary>
/// <param name="Seeds">Seeds R in the launch.</param>
/// <param name="State">[R, D, B]: the points z.</param>
/// <param name="Energy">[R, B], nats: U(z) is assigned.</param>
/// <param name="Gradient">[R, D, B]: <see cref="GradientScale"/> times dU/dz is assigned; ignored by <see cref="IEnergy.Evaluate"/>.</param>
/// <param name="GradientScale">The factor that the loss puts on the energy, such as beta / B.</param>
public readonly record struct EnergyPass(int Seeds, SampleView State, ArrayView<float> Energy, SampleView Gradient, float GradientScale);
