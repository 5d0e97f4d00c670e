namespace FlowLab.Plugins.Tests.Flows;

/// <summary>Reflections as matrices.</summary>
internal sealed class ReferenceHouseholder : IReferenceFlow
{
    public double Apply(double[] z, double[] parameters, int seed, int layers)
    {
        for (int layer = 0; layer < layers; layer++)
            Reflect(z, parameters[(layer * z.Length)..((layer + 1) * z.Length)]);
        return 0;
    }

    /// <summary>(I - 2 v v' / |v|^2) z.</summary>
    public static void Reflect(double[] z, double[] v)
    {
        double norm = v.Sum(x => x * x);
        double[] source = [.. z];
        for (int row = 0; row < z.Length; row++)
            z[row] = source.Select((x, column) => ((row == column ? 1 : 0) - 2 * v[row] * v[column] / norm) * x).Sum();
    }
}
