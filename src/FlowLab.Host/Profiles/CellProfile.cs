namespace FlowLab.Host.Profiles;

/// <summary>The updates of a cell that were looked at.</summary>
/// <param name="Cell">Its name.</param>
/// <param name="Steps">One after the other.</param>
/// <param name="PlainSeconds">What the same number of updates took just before, without being looked at; per update.</param>
internal sealed record CellProfile(string Cell, IReadOnlyList<ProfiledStep> Steps, double PlainSeconds);
