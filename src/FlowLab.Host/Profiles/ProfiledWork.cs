namespace FlowLab.Host.Profiles;

/// <summary>One kernel launch, product or packing of a step.</summary>
/// <param name="Name">What did the work.</param>
/// <param name="Start">Time stamp when it was asked for.</param>
/// <param name="End">Time stamp when it was done.</param>
/// <param name="Bytes">Bytes that it had to move at least.</param>
/// <param name="Operations">Floating-point operations; 0 where they are not counted, as in kernels, whose loops depend on their arguments.</param>
internal readonly record struct ProfiledWork(string Name, long Start, long End, double Bytes, double Operations);
