namespace FlowLab.Host.Tuning;

/// <summary>Trials that are trained together.</summary>
/// <param name="Rung">The rung, from 0.</param>
/// <param name="Trials">Their numbers.</param>
/// <param name="Seconds">How long it took; null until it is done.</param>
internal sealed record TuneWave(int Rung, IReadOnlyList<int> Trials, double? Seconds);
