using FlowLab.Flows;
using FlowLab.Layers;
using FlowLab.Plugins.Glow;
using FlowLab.Random;
using MathNet.Numerics.LinearAlgebra;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>Section 3 of Kingma and Dhariwal with matrices written out: z' = coupling(L diag(s) (I + N) (e^a z + shift)).</summary>
/// <param name="length">Layers K.</param>
/// <param name="settings">Settings of the flow.</param>
/// <param name="seeds">The seeds that the parts belong to.</param>
internal sealed class ReferenceGlow(int length, GlowSettings settings, FlowSeeds seeds) : IReferenceFlow
{
    public double Apply(double[] z, double[] parameters, int seed, int layers)
    {
        int dimension = z.Length, half = dimension / 2, offset = 0;
        RandomStream random = seeds.Stream(seed, RandomPurpose.FlowConstants);
        int[][] order = [.. Enumerable.Range(0, (length + 1) / 2).Select(_ => ComponentOrder.Next(settings.Order == ComponentOrdering.Random, random, dimension))];
        double logDet = 0;
        for (int layer = 0; layer < layers; layer++)
        {
            double[] Take(int count) => parameters[offset..(offset += count)];
            double[] scales = [.. Take(dimension).Select(Bounded)], shifts = Take(dimension);
            Matrix<double> upper = Unit(Take(dimension * (dimension - 1) / 2), dimension).Transpose();
            double[] diagonal = [.. Take(dimension).Select(Bounded)];
            Matrix<double> map = Unit(Take(dimension * (dimension - 1) / 2), dimension)
                * Matrix<double>.Build.DiagonalOfDiagonalArray([.. diagonal.Select(Math.Exp)]) * upper;
            double[] y = (map * Vector<double>.Build.DenseOfEnumerable(z.Select((value, d) => Math.Exp(scales[d]) * value + shifts[d]))).ToArray();
            logDet += scales.Sum() + Math.Log(Math.Abs(map.Determinant()));

            int[] first = order[layer / 2][..half], second = order[layer / 2][half..];
            (int[] kept, int[] moved) = layer % 2 == 0 ? (first, second) : (second, first);
            var mlp = new ReferenceMlp(settings.Network, kept.Length, 2 * moved.Length);
            double[] outputs = mlp.Evaluate([.. kept.Select(d => y[d])], parameters.AsSpan(offset));
            for (int i = 0; i < moved.Length; i++)
            {
                double scale = Bounded(outputs[2 * i]);
                y[moved[i]] = y[moved[i]] * Math.Exp(scale) + outputs[2 * i + 1];
                logDet += scale;
            }
            offset += mlp.ParameterCount;
            y.CopyTo(z, 0);
        }
        return logDet;
    }

    private static Matrix<double> Unit(double[] entries, int dimension) =>
        Matrix<double>.Build.Dense(dimension, dimension, (a, b) => a == b ? 1 : a > b ? Math.Tanh(entries[a * (a - 1) / 2 + b]) / Math.Sqrt(dimension - 1) : 0);

    private double Bounded(double raw) => settings.ScaleBound * Math.Tanh(raw / settings.ScaleBound);
}
