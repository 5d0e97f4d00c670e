namespace FlowLab.Host.Profiles;

/// <summary>An update and the work that it was made of.</summary>
/// <param name="Start">Time stamp before it.</param>
/// <param name="End">Time stamp when the device was done with it.</param>
/// <param name="Work">In the order in which it was done.</param>
internal sealed record ProfiledStep(long Start, long End, IReadOnlyList<ProfiledWork> Work);
