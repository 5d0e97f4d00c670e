namespace FlowLab.Plugins.Tests.Flows;

/// <summary>Maps of one component in double precision, from the papers' formulas: numbers and z to z' and ln dz'/dz.</summary>
internal static class ReferenceMaps
{
    /// <summary>Equations (7)-(8) of Dinh, Sohl-Dickstein and Bengio 2017 with bounded log-scales.</summary>
    public static Func<double[], double, (double Z, double LogSlope)> Affine(double bound) => (numbers, z) =>
    {
        double scale = bound * Math.Tanh(numbers[0] / bound);
        return (z * Math.Exp(scale) + numbers[1], scale);
    };
}
