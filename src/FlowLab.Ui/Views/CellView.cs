namespace FlowLab.Ui.Views;

/// <summary>A cell of a run.</summary>
/// <param name="Index">Its place in the plan, from 0.</param>
/// <param name="Id">Its name.</param>
/// <param name="Labels">Its values on the axes, in their order.</param>
/// <param name="Status">How far it has come, in a word.</param>
/// <param name="UpdatesDone">Updates at its last checkpoint.</param>
/// <param name="UpdatesPlanned">Updates that it is trained for.</param>
/// <param name="Result">The headline metric: mean and standard error over seeds; empty until it was measured.</param>
public sealed record CellView(int Index, string Id, IReadOnlyList<string> Labels, string Status, long UpdatesDone, long UpdatesPlanned, string Result);
