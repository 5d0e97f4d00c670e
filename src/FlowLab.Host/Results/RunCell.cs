namespace FlowLab.Host.Results;

/// <summary>A cell of the experiment as it is registered before the run starts.</summary>
/// <param name="Index">Its place in the plan, from 0.</param>
/// <param name="Id">Its name in files and messages.</param>
/// <param name="Labels">Axis name to the value shown for it.</param>
/// <param name="SettingsJson">The resolved manifest of this cell.</param>
public sealed record RunCell(int Index, string Id, IReadOnlyDictionary<string, string> Labels, string SettingsJson);
