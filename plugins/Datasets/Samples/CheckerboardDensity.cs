namespace FlowLab.Plugins.Datasets.Samples;

/// <summary>The density of <see cref="Checkerboard"/>: 1 / (8 cell^2) on dark cells, whose borders belong to them, as rounding can take a draw there.</summary>
/// <param name="cell">Side of a cell.</param>
public sealed class CheckerboardDensity(double cell) : ISampleDensity
{
    private const int Cells = 4;

    private readonly double _log = -Math.Log(Cells * Cells / 2 * cell * cell);

    /// <inheritdoc/>
    public double LogAt(double x, double y)
    {
        double column = x / cell + Cells / 2, row = y / cell + Cells / 2;
        bool isDark = IsDark(Math.Floor(column), Math.Floor(row)) || IsDark(Math.Ceiling(column) - 1, Math.Floor(row))
            || IsDark(Math.Floor(column), Math.Ceiling(row) - 1) || IsDark(Math.Ceiling(column) - 1, Math.Ceiling(row) - 1);
        return isDark ? _log : double.NegativeInfinity;
    }

    private static bool IsDark(double column, double row) =>
        column is >= 0 and < Cells && row is >= 0 and < Cells && ((int)column + (int)row) % 2 == 0;
}
