namespace FlowLab.Testing.Energies;

/// <summary>What a launch left.</summary>
/// <param name="Energy">[R, B].</param>
/// <param name="Gradient">[R, D, B].</param>
/// <param name="Damage">Where it wrote although it must not; empty if nowhere.</param>
internal sealed record EnergyResult(float[] Energy, float[] Gradient, string Damage);
