namespace FlowLab.Plugins.Datasets.Samples;

/// <summary>
/// The density of <see cref="TwoMoons"/>: with y the point before it is scaled, half the mean of N(y; c(t), noise^2 I) over t in (0, pi) for each moon, by Gauss
/// and Legendre's rule of eight nodes on panels no longer than the noise, whose error is below 1e-9 of the density.
/// </summary>
public sealed class TwoMoonsDensity : ISampleDensity
{
    /// <summary>The least noise whose panels are few enough to go through for every point.</summary>
    public const double LeastNoise = 1e-3;

    // Terms below e^-40 of the greatest change no digit.
    private const double Reach = 40;

    private static readonly double[] Nodes = [0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363];
    private static readonly double[] Weights = [0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763];

    private readonly double _precision;
    private readonly double _logScale;
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double[] _shares;

    /// <param name="noise">Standard deviation of the noise, at least <see cref="LeastNoise"/>.</param>
    public TwoMoonsDensity(double noise)
    {
        _precision = 1 / (2 * noise * noise);
        // Two moons, and four times the area behind the scaling by two in both directions.
        _logScale = -Math.Log(2 * 4 * 2 * Math.PI * noise * noise);
        int panels = (int)Math.Ceiling(Math.PI / noise);
        (double Angle, double Share)[] rule = [.. Enumerable.Range(0, panels).SelectMany(panel => PanelOf(panel, panels))];
        _x = [.. rule.Select(node => Math.Cos(node.Angle))];
        _y = [.. rule.Select(node => Math.Sin(node.Angle))];
        _shares = [.. rule.Select(node => node.Share)];
    }

    /// <inheritdoc/>
    public double LogAt(double x, double y)
    {
        double unscaledX = (x + 1) / 2, unscaledY = (y + 0.2) / 2;
        double upper = NearestSquare(unscaledX, unscaledY), lower = NearestSquare(1 - unscaledX, 0.5 - unscaledY);
        double nearest = Math.Min(upper, lower);
        return _logScale - nearest * _precision + Math.Log(Sum(unscaledX, unscaledY, nearest) + Sum(1 - unscaledX, 0.5 - unscaledY, nearest));
    }

    /// <summary>Nodes of a panel with their shares of (0, pi).</summary>
    private static IEnumerable<(double Angle, double Share)> PanelOf(int panel, int panels)
    {
        double half = Math.PI / (2 * panels), middle = (2 * panel + 1) * half;
        for (int i = 0; i < Nodes.Length; i++)
        {
            yield return (middle - half * Nodes[i], Weights[i] / (2 * panels));
            yield return (middle + half * Nodes[i], Weights[i] / (2 * panels));
        }
    }

    private double NearestSquare(double x, double y)
    {
        double nearest = double.PositiveInfinity;
        for (int i = 0; i < _x.Length; i++)
            nearest = Math.Min(nearest, SquareTo(i, x, y));
        return nearest;
    }

    private double Sum(double x, double y, double nearest)
    {
        double sum = 0;
        for (int i = 0; i < _x.Length; i++)
        {
            double exponent = (SquareTo(i, x, y) - nearest) * _precision;
            if (exponent < Reach)
                sum += _shares[i] * Math.Exp(-exponent);
        }
        return sum;
    }

    private double SquareTo(int node, double x, double y) => (x - _x[node]) * (x - _x[node]) + (y - _y[node]) * (y - _y[node]);
}
