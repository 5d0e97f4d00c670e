using FlowLab.Engine.Evaluation;
using FlowLab.Host.Figures;
using FlowLab.Host.Results;

namespace FlowLab.Host.Reports;

/// <summary>A picture of a cell's models for the page and for figures/.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Seed">The seed whose model made it.</param>
/// <param name="Kind">What it shows, as part of a file name: reconstructions, samples.</param>
/// <param name="Caption">What it shows, for a reader.</param>
/// <param name="Drawing">The picture.</param>
internal sealed record ImagePanel(CellResults Cell, int Seed, string Kind, string Caption, Drawing Drawing)
{
    /// <summary>The picture's file, without its extension.</summary>
    public string FileName => FormattableString.Invariant($"{Cell.Id}-seed{Seed}-{Kind}");

    /// <summary>The pictures of a cell: test points above their reconstructions, every other sheet alone. Sheets that cannot be drawn are left out.</summary>
    public static IReadOnlyList<ImagePanel> Of(CellResults cell) =>
        [.. cell.Images.Where(image => image.Sheet.Shape.IsImage && image.Sheet.Count > 0).GroupBy(image => image.Seed)
            .SelectMany(seed => OfSeed(cell, seed.Key, [.. seed.Select(image => image.Sheet)]))];

    private static IEnumerable<ImagePanel> OfSeed(CellResults cell, int seed, IReadOnlyList<ImageSheet> sheets)
    {
        ImageSheet? points = sheets.FirstOrDefault(sheet => sheet.Kind == ImageSheet.Points);
        ImageSheet? reconstructions = sheets.FirstOrDefault(sheet => sheet.Kind == ImageSheet.Reconstructions && sheet.Count == points?.Count && sheet.Shape == points.Shape);
        if (reconstructions is not null)
            yield return new ImagePanel(
                cell, seed, "reconstructions", $"above: {points!.Label}; below: {reconstructions.Label}.", SheetDrawing.Of(points, reconstructions));
        IEnumerable<ImageSheet> rest = reconstructions is null ? sheets : sheets.Where(sheet => sheet != points && sheet != reconstructions);
        Dictionary<string, int> used = [];
        foreach (ImageSheet sheet in rest)
        {
            int number = used[sheet.Kind] = used.GetValueOrDefault(sheet.Kind) + 1;
            yield return new ImagePanel(
                cell, seed, FormattableString.Invariant($"{sheet.Kind}s{(number == 1 ? "" : number)}"), $"{sheet.Label}.", SheetDrawing.Of(sheet));
        }
    }
}
