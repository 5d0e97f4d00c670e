namespace FlowLab.Plugins.Tests.Flows;

/// <summary>z + t u, t = 0.2 sum_k tanh(v_k) tanh(w_k'z + c_k) / (1 + sum_k |w_k'u|) over three units.</summary>
internal sealed class ReferenceMix : IReferenceFlow
{
    private const int Units = 3;

    public double Apply(double[] z, double[] parameters, int seed, int layers)
    {
        int dimension = z.Length;
        int stride = 4 * dimension + 2 * Units;
        double logDet = 0;
        for (int layer = 0; layer < layers; layer++)
        {
            double[] own = parameters[(stride * layer)..(stride * (layer + 1))];
            double[] u = own[(3 * dimension + 2 * Units)..];
            double t = 0;
            double bend = 0;
            double reach = 1;
            for (int k = 0; k < Units; k++)
            {
                double[] w = own[(k * dimension)..((k + 1) * dimension)];
                double weight = 0.2 * Math.Tanh(own[3 * dimension + Units + k]);
                double h = Math.Tanh(own[3 * dimension + k] + w.Zip(z, (a, b) => a * b).Sum());
                t += weight * h;
                double gain = w.Zip(u, (a, b) => a * b).Sum();
                bend += weight * gain * (1 - h * h);
                reach += Math.Abs(gain);
            }
            for (int d = 0; d < dimension; d++)
                z[d] += t / reach * u[d];
            logDet += Math.Log(1 + bend / reach);
        }
        return logDet;
    }
}
