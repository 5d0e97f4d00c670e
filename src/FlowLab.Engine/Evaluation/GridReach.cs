using FlowLab.Energies;

namespace FlowLab.Engine.Evaluation;

/// <summary>Which grid holds a density: the target's own, or that grid widened around its centre by the smallest power of two that leaves out next to no draw.</summary>
/// <param name="grid">The target's own grid.</param>
internal sealed class GridReach(EnergyGrid grid)
{
    /// <summary>The largest factor: a grid 32 times as wide with cells up to four times as large.</summary>
    public const int LargestFactor = 32;

    private const double ShareLeftOut = 1e-4;
    private const int MostCellsPerAxis = 2400;
    private const double CoarsestSpacing = 4;

    private readonly long[] _outside = new long[1 + (int)Math.Log2(LargestFactor)];
    private long _count;

    /// <summary>The share of the draws on the target's own grid widened by a factor.</summary>
    public double ShareOn(int factor) => 1 - (double)_outside[(int)Math.Log2(factor)] / _count;

    /// <summary>Standard error of a share: that of a binomial proportion, and no smaller than one draw.</summary>
    public double ErrorOf(double share) => Math.Max(1.0 / _count, Math.Sqrt(share * (1 - share) / _count));

    /// <summary>Adds a draw.</summary>
    public void Add(float x, float y)
    {
        _count++;
        double half = (grid.Maximum - grid.Minimum) / 2, centre = (grid.Maximum + grid.Minimum) / 2;
        double distance = Math.Max(Math.Abs(x - centre), Math.Abs(y - centre)) / half;
        for (int level = 0; level < _outside.Length && !(distance <= 1 << level); level++)
            _outside[level]++;
    }

    /// <summary>The smallest factor whose grid holds the draws and still resolves the target; null if none does.</summary>
    public int? Factor()
    {
        for (int level = 0; level < _outside.Length; level++)
            if (_outside[level] <= ShareLeftOut * _count)
                return level == 0 || Widened(1 << level).Spacing <= CoarsestSpacing * grid.Spacing ? 1 << level : null;
        return null;
    }

    /// <summary>The target's own grid widened by a factor: as fine as before up to 2400 cells per axis, then coarser.</summary>
    public EnergyGrid Widened(int factor)
    {
        if (factor == 1)
            return grid;
        double half = (grid.Maximum - grid.Minimum) / 2 * factor, centre = (grid.Maximum + grid.Minimum) / 2;
        return new EnergyGrid(centre - half, centre + half, Math.Min(grid.Resolution * factor, Math.Max(MostCellsPerAxis, grid.Resolution)));
    }
}
