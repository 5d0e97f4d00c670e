using FlowLab.Engine.Models;
using FlowLab.Kernels;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Tests.Models;

public sealed class BaseDensityTests
{
    private const int Batch = 200;
    private const float Weight = 1f / Batch;

    private KernelLab _lab = null!;
    private Accelerator _accelerator = null!;

    [SetUp]
    public void CreateDevice()
    {
        _lab = KernelLab.Open();
        _accelerator = _lab.Accelerator;
    }

    [TearDown]
    public void DisposeDevice() => _lab.Dispose();

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(6)]
    public void Samples_have_the_mean_and_spread_of_the_parameters_and_their_exact_log_density(int dimension)
    {
        GaussianBase density = new(dimension, new BaseSettings(), _accelerator);
        float[] parameters = Parameters(dimension, seeds: 2);
        using Fixture fixture = new(_accelerator, dimension, seeds: 2, batch: 20_000, parameters);
        density.Sample(fixture.Batch, new NoiseKey(RandomPurpose.TrainingNoise, 5), fixture.Seeds.View, fixture.State, fixture.Log.View, fixture.Other.View);
        float[] z = fixture.State.Values.GetAsArray();
        float[] sampled = fixture.Log.View.AsContiguous().GetAsArray();
        density.LogDensity(fixture.Batch, fixture.State, fixture.Log.View);
        float[] evaluated = fixture.Log.View.AsContiguous().GetAsArray();
        for (int seed = 0; seed < 2; seed++)
        {
            for (int d = 0; d < dimension; d++)
            {
                double mean = parameters[seed * 2 * dimension + d], sigma = Math.Exp(parameters[(seed * 2 + 1) * dimension + d]);
                float[] row = z.AsSpan((seed * dimension + d) * 20_000, 20_000).ToArray();
                Assert.That(row.Average(v => (double)v), Is.EqualTo(mean).Within(5 * sigma / Math.Sqrt(20_000)));
                Assert.That(Math.Sqrt(row.Average(v => (v - mean) * (v - mean))), Is.EqualTo(sigma).Within(0.03 * sigma));
            }
            for (int s = 0; s < 20_000; s += 997)
            {
                double expected = Enumerable.Range(0, dimension).Sum(d => ReferenceLog(
                    z[(seed * dimension + d) * 20_000 + s], parameters[seed * 2 * dimension + d], parameters[(seed * 2 + 1) * dimension + d]));
                Assert.That(sampled[seed * 20_000 + s], Is.EqualTo(expected).Within(2e-5 * (1 + Math.Abs(expected))));
                Assert.That(evaluated[seed * 20_000 + s], Is.EqualTo(expected).Within(2e-5 * (1 + Math.Abs(expected))));
            }
        }
    }

    [Test]
    public void No_two_of_features_samples_seeds_steps_and_purposes_share_noise()
    {
        GaussianBase density = new(5, new BaseSettings(), _accelerator);
        using Fixture fixture = new(_accelerator, 5, seeds: 2, Batch, new float[2 * 10]);
        HashSet<float> seen = [];
        foreach (RandomPurpose purpose in new[] { RandomPurpose.TrainingNoise, RandomPurpose.EvaluationNoise })
        {
            for (long step = 0; step < 3; step++)
            {
                density.Sample(fixture.Batch, new NoiseKey(purpose, step), fixture.Seeds.View, fixture.State, fixture.Log.View, fixture.Other.View);
                foreach (float value in fixture.State.Values.GetAsArray())
                    seen.Add(value);
            }
        }
        // 12,000 draws from 23-bit uniforms: a few coincidences are expected, shared streams would halve the count.
        Assert.That(seen, Has.Count.GreaterThan(11_900));
    }

    [Test]
    public void Free_energy_gradients_are_those_of_finite_differences()
    {
        const int dimension = 3;
        GaussianBase density = new(dimension, new BaseSettings(), _accelerator);
        float[] parameters = Parameters(dimension, 1);
        using Fixture fixture = new(_accelerator, dimension, 1, Batch, parameters);
        density.Sample(fixture.Batch, new NoiseKey(RandomPurpose.TrainingNoise, 0), fixture.Seeds.View, fixture.State, fixture.Log.View, fixture.Other.View);
        float[] z = fixture.State.Values.GetAsArray();
        // The rest of the loss is sum_d z_d^3 / B, so that dL/dz = 3 z^2 / B.
        fixture.Gradient.Values.CopyFromCPU(Array.ConvertAll(z, v => 3 * v * v * Weight));
        density.Backward(fixture.Batch, Weight, fixture.State, fixture.Gradient, fixture.PartialGradient);
        double[] actual = fixture.SumOfTiles();
        for (int p = 0; p < 2 * dimension; p++)
            Assert.That(actual[p], Is.EqualTo(FreeEnergySlope(z, parameters, dimension, p)).Within(2e-4), $"parameter {p}");
    }

    [Test]
    public void Likelihood_gradients_are_those_of_finite_differences()
    {
        const int dimension = 2;
        GaussianBase density = new(dimension, new BaseSettings(), _accelerator);
        float[] parameters = Parameters(dimension, 1);
        using Fixture fixture = new(_accelerator, dimension, 1, Batch, parameters);
        float[] z = [.. Enumerable.Range(0, dimension * Batch).Select(i => (float)Math.Sin(i * 1.7) * 2)];
        fixture.State.Values.CopyFromCPU(z);
        density.LikelihoodBackward(fixture.Batch, Weight, fixture.State, fixture.Gradient, fixture.PartialGradient);
        double[] actual = fixture.SumOfTiles();
        float[] slope = fixture.Gradient.Values.GetAsArray();
        double Loss(double[] p, double[] points) => -Enumerable.Range(0, dimension * Batch)
            .Sum(i => ReferenceLog(points[i], p[i / Batch], p[dimension + i / Batch])) / Batch;
        double[] p0 = Array.ConvertAll(parameters, v => (double)v), z0 = Array.ConvertAll(z, v => (double)v);
        for (int p = 0; p < 2 * dimension; p++)
            Assert.That(actual[p], Is.EqualTo(Slope(p0, p, q => Loss(q, z0))).Within(1e-4), $"parameter {p}");
        for (int i = 0; i < z.Length; i += 37)
            Assert.That(slope[i], Is.EqualTo(Slope(z0, i, q => Loss(p0, q))).Within(1e-5), $"point {i}");
    }

    [Test]
    public void A_base_that_is_not_trainable_has_zero_gradients()
    {
        GaussianBase density = new(2, new BaseSettings { Trainable = false }, _accelerator);
        using Fixture fixture = new(_accelerator, 2, 1, Batch, Parameters(2, 1));
        fixture.Partial.View.CopyFromCPU([.. Enumerable.Repeat(7f, (int)fixture.Partial.Length)]);
        density.Backward(fixture.Batch, Weight, fixture.State, fixture.Gradient, fixture.PartialGradient);
        Assert.That(fixture.SumOfTiles(), Is.All.Zero);
    }

    [Test]
    public void The_uniform_base_fills_its_square_evenly_and_is_zero_outside()
    {
        UniformBase density = new(new BaseSettings { HalfWidth = 3 }, _accelerator);
        using Fixture fixture = new(_accelerator, 2, 1, 20_000, []);
        density.Sample(fixture.Batch, new NoiseKey(RandomPurpose.TrainingNoise, 0), fixture.Seeds.View, fixture.State, fixture.Log.View, fixture.Other.View);
        float[] z = fixture.State.Values.GetAsArray();
        Assert.That(z.Max(), Is.InRange(2.99f, 3f));
        Assert.That(z.Min(), Is.InRange(-3f, -2.99f));
        Assert.That(z.Average(), Is.EqualTo(0).Within(0.05));
        Assert.That(fixture.Log.View.AsContiguous().GetAsArray(), Is.All.EqualTo(-2 * Math.Log(6)).Within(1e-6));
        fixture.State.Values.CopyFromCPU(Array.ConvertAll(z, v => v + 3.5f));
        density.LogDensity(fixture.Batch, fixture.State, fixture.Log.View);
        float[] logs = fixture.Log.View.AsContiguous().GetAsArray();
        for (int s = 0; s < 20_000; s += 13)
        {
            bool inside = z[s] + 3.5f <= 3 && z[20_000 + s] + 3.5f <= 3;
            Assert.That(logs[s], inside ? Is.EqualTo(-2 * Math.Log(6)).Within(1e-6) : Is.EqualTo(float.NegativeInfinity));
        }
    }

    // F = mean over s of sum_d (ln q0 + z_d^3) with z = mu + sigma eps and eps held fixed.
    private static double FreeEnergySlope(float[] z, float[] parameters, int dimension, int p)
    {
        double[] p0 = Array.ConvertAll(parameters, v => (double)v);
        double[] noise = [.. z.Select((v, i) => (v - p0[i / Batch]) / Math.Exp(p0[dimension + i / Batch]))];
        return Slope(p0, p, q => noise.Select((eps, i) =>
        {
            double mean = q[i / Batch], logSigma = q[dimension + i / Batch];
            double point = mean + Math.Exp(logSigma) * eps;
            return -logSigma - 0.5 * eps * eps + point * point * point;
        }).Sum() / Batch);
    }

    private static double Slope(double[] at, int i, Func<double[], double> function)
    {
        const double step = 1e-5;
        double[] up = [.. at], down = [.. at];
        up[i] += step;
        down[i] -= step;
        return (function(up) - function(down)) / (2 * step);
    }

    private static double ReferenceLog(double z, double mean, double logSigma) =>
        -logSigma - 0.5 * Math.Pow((z - mean) / Math.Exp(logSigma), 2) - 0.5 * Math.Log(2 * Math.PI);

    private static float[] Parameters(int dimension, int seeds) =>
        [.. Enumerable.Range(0, seeds * 2 * dimension).Select(i => (float)Math.Sin(i + 0.5) * 0.8f)];

    private sealed class Fixture : IDisposable
    {
        private readonly MemoryBuffer1D<float, Stride1D.Dense> _parameters, _state, _gradient;
        private readonly int _parameterCount;

        public Fixture(Accelerator accelerator, int dimension, int seeds, int batch, float[] parameters)
        {
            SampleTiles tiles = SampleTiles.Contiguous(batch, 64);
            _parameterCount = parameters.Length / seeds;
            _parameters = accelerator.Allocate1D<float>(Math.Max(1, parameters.Length));
            if (parameters.Length > 0)
                _parameters.View.CopyFromCPU(parameters);
            _state = accelerator.Allocate1D<float>(seeds * dimension * batch);
            _gradient = accelerator.Allocate1D<float>(seeds * dimension * batch);
            Log = accelerator.Allocate1D<float>(seeds * batch);
            Other = accelerator.Allocate1D<float>(seeds * batch);
            Partial = accelerator.Allocate1D<float>(Math.Max(1, parameters.Length * tiles.Tiles));
            Seeds = accelerator.Allocate1D<int>([.. Enumerable.Range(11, seeds)]);
            State = new SampleView(_state.View, dimension, batch);
            Gradient = new SampleView(_gradient.View, dimension, batch);
            PartialGradient = ParameterView.PerTile(Partial.View, _parameterCount, 0, tiles.Tiles);
            Batch = new BaseBatch(seeds, tiles, ParameterView.Global(_parameters.View, _parameterCount, 0));
        }

        public BaseBatch Batch { get; }
        public SampleView State { get; }
        public SampleView Gradient { get; }
        public ParameterView PartialGradient { get; }
        public MemoryBuffer1D<float, Stride1D.Dense> Log { get; }
        public MemoryBuffer1D<float, Stride1D.Dense> Other { get; }
        public MemoryBuffer1D<float, Stride1D.Dense> Partial { get; }
        public MemoryBuffer1D<int, Stride1D.Dense> Seeds { get; }

        public double[] SumOfTiles()
        {
            float[] partial = Partial.View.AsContiguous().GetAsArray();
            int tiles = Batch.Tiles.Tiles;
            return [.. Enumerable.Range(0, _parameterCount).Select(p => partial.AsSpan(p * tiles, tiles).ToArray().Sum(v => (double)v))];
        }

        public void Dispose()
        {
            foreach (IDisposable buffer in new IDisposable[] { _parameters, _state, _gradient, Log, Other, Partial, Seeds })
                buffer.Dispose();
        }
    }
}
