namespace FlowLab.Plugins.Datasets.Samples;

/// <summary>
/// The density of <see cref="Pinwheel"/>. A point half as far, with polar coordinates (r, psi), comes from (a, b) = r (cos t, sin t) where the turn h(t) = t - rate e^a - psi
/// is a multiple of 2 pi / arms, and the map there has the Jacobian h'(t) = 1 + rate b e^a. So the density is the sum over these t of
/// N(a; 1, radial^2) N(b; 0, tangential^2) / |h'(t)|, divided by the arms and, for the scaling by two, by 4. h is monotone between the at most two t with h'(t) = 0,
/// and every t is found by bisection.
/// </summary>
/// <param name="settings">Settings with noise above 0 in both directions.</param>
public sealed class PinwheelDensity(PinwheelSettings settings) : ISampleDensity
{
    private const int Halvings = 50;

    private readonly double _spacing = 2 * Math.PI / settings.Arms;
    private readonly double _logScale = -Math.Log(4 * settings.Arms * 2 * Math.PI * settings.RadialNoise * settings.TangentialNoise);

    /// <inheritdoc/>
    public double LogAt(double x, double y)
    {
        double radius = Math.Sqrt(x * x + y * y) / 2, angle = Math.Atan2(y, x);
        double[] ends = MonotoneEnds(radius);
        double greatest = double.NegativeInfinity, sum = 0;
        for (int piece = 0; piece + 1 < ends.Length; piece++)
        {
            double first = Turn(radius, ends[piece]) - angle, last = Turn(radius, ends[piece + 1]) - angle;
            (double low, double high) = first < last ? (first, last) : (last, first);
            // A multiple at the border of two pieces belongs to one of them.
            for (double level = Math.Floor(low / _spacing) + 1; level * _spacing <= high; level++)
                Add(radius, Solve(radius, angle + level * _spacing, ends[piece], ends[piece + 1]), ref greatest, ref sum);
        }
        return _logScale + greatest + Math.Log(sum);
    }

    private static double SlopeShare(double radius, double t) => radius * Math.Sin(t) * Math.Exp(radius * Math.Cos(t));

    private static double Bisect(Func<double, double> of, double first, double last)
    {
        bool rises = of(last) > of(first);
        for (int halving = 0; halving < Halvings; halving++)
        {
            double middle = 0.5 * (first + last);
            if (of(middle) > 0 == rises)
                last = middle;
            else
                first = middle;
        }
        return 0.5 * (first + last);
    }

    private double Turn(double radius, double t) => t - settings.Rate * Math.Exp(radius * Math.Cos(t));

    private double Slope(double radius, double t) => 1 + settings.Rate * SlopeShare(radius, t);

    /// <summary>-pi, the t with h'(t) = 0, and pi. h' leaves 1 by rate r sin t e^(r cos t), whose greatest size is where cos t = r sin^2 t.</summary>
    private double[] MonotoneEnds(double radius)
    {
        if (radius == 0)
            return [-Math.PI, Math.PI];
        double steepest = Math.Acos((Math.Sqrt(1 + 4 * radius * radius) - 1) / (2 * radius)) * (settings.Rate > 0 ? -1 : 1);
        if (Slope(radius, steepest) >= 0)
            return [-Math.PI, Math.PI];
        double inner = Bisect(t => Slope(radius, t), 0, steepest), outer = Bisect(t => Slope(radius, t), steepest, Math.Sign(steepest) * Math.PI);
        return [-Math.PI, Math.Min(inner, outer), Math.Max(inner, outer), Math.PI];
    }

    private double Solve(double radius, double level, double first, double last) => Bisect(t => Turn(radius, t) - level, first, last);

    private void Add(double radius, double t, ref double greatest, ref double sum)
    {
        double along = (radius * Math.Cos(t) - 1) / settings.RadialNoise, across = radius * Math.Sin(t) / settings.TangentialNoise;
        double log = -0.5 * (along * along + across * across) - Math.Log(Math.Abs(Slope(radius, t)));
        double before = greatest;
        greatest = Math.Max(greatest, log);
        sum = sum * Math.Exp(before - greatest) + Math.Exp(log - greatest);
    }
}
