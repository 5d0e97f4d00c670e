namespace FlowLab.Plugins.Tests.Datasets;

/// <summary>The energies of table 1 in double precision, written down as the paper does.</summary>
internal static class EnergyReference
{
    public static double Value(string name, double z1, double z2, double wall)
    {
        double w1 = Math.Sin(2 * Math.PI * z1 / 4);
        double w2 = 3 * Math.Exp(-0.5 * Square((z1 - 1) / 0.6));
        double w3 = 3 / (1 + Math.Exp(-(z1 - 1) / 0.3));
        double energy = name switch
        {
            "U1" => 0.5 * Square((Math.Sqrt(z1 * z1 + z2 * z2) - 2) / 0.4) + MinusLogOfSum(Square((z1 - 2) / 0.6), Square((z1 + 2) / 0.6)),
            "U2" => 0.5 * Square((z2 - w1) / 0.4),
            "U3" => MinusLogOfSum(Square((z2 - w1) / 0.35), Square((z2 - w1 + w2) / 0.35)),
            "U4" => MinusLogOfSum(Square((z2 - w1) / 0.4), Square((z2 - w1 + w3) / 0.35)),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such energy."),
        };
        return energy + Wall(z1, wall) + Wall(z2, wall);
    }

    /// <summary>Central differences.</summary>
    public static (double Slope1, double Slope2) Gradient(string name, double z1, double z2, double wall)
    {
        const double step = 1e-6;
        return (
            (Value(name, z1 + step, z2, wall) - Value(name, z1 - step, z2, wall)) / (2 * step),
            (Value(name, z1, z2 + step, wall) - Value(name, z1, z2 - step, wall)) / (2 * step));
    }

    /// <summary>-ln(exp(-a / 2) + exp(-b / 2)).</summary>
    private static double MinusLogOfSum(double a, double b)
    {
        double smaller = Math.Min(a, b) / 2;
        return smaller - Math.Log(Math.Exp(smaller - a / 2) + Math.Exp(smaller - b / 2));
    }

    private static double Wall(double z, double wall) => wall == 0 ? 0 : 0.5 * Square(Math.Max(Math.Abs(z) - 4, 0) / wall);

    private static double Square(double x) => x * x;
}
