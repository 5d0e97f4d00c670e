namespace FlowLab.Ui.Views;

/// <summary>The training curve of a cell: the mean over its seeds, and where the seeds lie. All lists have the same length.</summary>
/// <param name="Cell">The cell's place in the plan.</param>
/// <param name="Name">What the line is called.</param>
/// <param name="Seeds">How many seeds have numbers.</param>
/// <param name="Updates">Updates done.</param>
/// <param name="Mean">Mean over the seeds that were not stopped.</param>
/// <param name="Low">Lower end of the band.</param>
/// <param name="High">Upper end.</param>
public sealed record CurveBand(
    int Cell, string Name, int Seeds, IReadOnlyList<double> Updates, IReadOnlyList<double> Mean, IReadOnlyList<double> Low, IReadOnlyList<double> High);
