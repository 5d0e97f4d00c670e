namespace FlowLab.Plugins.Tests.Flows;

/// <summary>Equations (10)-(13) with the constraint of the paper's appendix; the correction is held off at |w|^2 = 1e-6 where it points inward.</summary>
internal sealed class ReferencePlanar : IReferenceFlow
{
    public double Apply(double[] z, double[] parameters, int seed, int layers)
    {
        double logDet = 0;
        for (int layer = 0; layer < layers; layer++)
        {
            int offset = layer * (2 * z.Length + 1);
            double[] w = parameters[offset..(offset + z.Length)];
            double[] u = parameters[(offset + z.Length)..(offset + 2 * z.Length)];
            logDet += Math.Log(Math.Abs(Layer(z, w, ConstrainedShift(w, u), parameters[offset + 2 * z.Length])));
        }
        return logDet;
    }

    /// <summary>One layer with a given shift, without the constraint; returns the determinant.</summary>
    public static double Layer(double[] z, double[] w, double[] shift, double b)
    {
        double h = Math.Tanh(Dot(w, z) + b);
        double determinant = 1 + Dot(shift, w) * (1 - h * h);
        for (int d = 0; d < z.Length; d++)
            z[d] += shift[d] * h;
        return determinant;
    }

    public static double[] ConstrainedShift(double[] w, double[] u)
    {
        double alignment = Dot(w, u);
        double correction = Math.Max(alignment, 0) + Math.Log(1 + Math.Exp(-Math.Abs(alignment))) - 1 - alignment;
        double norm = correction < 0 ? Math.Max(Dot(w, w), 1e-6) : Dot(w, w);
        return [.. u.Select((x, d) => x + correction * w[d] / norm)];
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
