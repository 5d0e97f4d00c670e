using FlowLab.Host.Results;

namespace FlowLab.Host.Reports;

/// <summary>A line of the summary curves: which cells it goes through, and where along x.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Cells">Its cells in ascending x.</param>
internal sealed record CurveLine(string Name, IReadOnlyList<(double X, CellResults Cell)> Cells);
