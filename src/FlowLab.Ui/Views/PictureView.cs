namespace FlowLab.Ui.Views;

/// <summary>A picture that a cell has drawn.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its number among those of its kind.</param>
/// <param name="Cell">The cell's place in the plan.</param>
/// <param name="Caption">What it shows, for a reader.</param>
public sealed record PictureView(PictureKind Kind, long Id, int Cell, string Caption);
