using FlowLab.Energies;
using FlowLab.Plugins.Datasets.Energies;

namespace FlowLab.Plugins.Tests.Datasets;

[TestFixture]
public sealed class EnergyTests : IDisposable
{
    private readonly CpuLab _lab = new();

    public void Dispose() => _lab.Dispose();

    // float32 against float64: relative to the energy, and to the length of the gradient.
    private const double ValueTolerance = 1e-5;
    private const double GradientTolerance = 2e-5;

    [Test]
    public void Values_match_the_formulas_of_the_paper(
        [ValueSource(typeof(EnergyLab), nameof(EnergyLab.Names))] string name, [Values(0, 0.4, 1.5)] double wall)
    {
        float[] points = Points();
        using IEnergy energy = EnergyLab.Create(name, _lab.Accelerator, new EnergySettings { Wall = wall });
        float[] values = EnergyLab.Values(_lab, energy, 1, points);
        for (int i = 0; i < values.Length; i++)
        {
            double z1 = points[i], z2 = points[values.Length + i];
            double expected = EnergyReference.Value(name, z1, z2, wall);
            Assert.That(values[i], Is.EqualTo(expected).Within(ValueTolerance * (1 + Math.Abs(expected))), $"z = ({z1}, {z2})");
        }
    }

    [Test]
    public void Gradients_match_central_differences(
        [ValueSource(typeof(EnergyLab), nameof(EnergyLab.Names))] string name, [Values(0, 0.4, 1.5)] double wall)
    {
        float[] points = Points();
        using IEnergy energy = EnergyLab.Create(name, _lab.Accelerator, new EnergySettings { Wall = wall });
        (float[] values, float[] gradient) = EnergyLab.WithGradient(_lab, energy, 1, points);
        for (int i = 0; i < values.Length; i++)
        {
            double z1 = points[i], z2 = points[values.Length + i];
            (double slope1, double slope2) = EnergyReference.Gradient(name, z1, z2, wall);
            double error = double.Hypot(gradient[i] - slope1, gradient[values.Length + i] - slope2);
            Assert.That(error, Is.LessThan(GradientTolerance * (1 + double.Hypot(slope1, slope2))), $"z = ({z1}, {z2})");
        }
    }

    [Test]
    public void Everything_is_finite_at_the_origin_and_far_out([ValueSource(typeof(EnergyLab), nameof(EnergyLab.Names))] string name)
    {
        float[] reach = [0, -0f, 1e-38f, 1e-20f, -1e-18f, 1e-10f, 4, -4, 50, -1e3f, 1e6f, -1e10f, 1e15f];
        float[] points = [.. reach.SelectMany(_ => reach), .. reach.SelectMany(z => reach.Select(_ => z))];
        using IEnergy energy = EnergyLab.Create(name, _lab.Accelerator);
        (float[] values, float[] gradient) = EnergyLab.WithGradient(_lab, energy, 1, points);
        Assert.That(values, Has.All.Matches<float>(float.IsFinite));
        Assert.That(gradient, Has.All.Matches<float>(float.IsFinite));
    }

    [Test]
    public void The_ring_pushes_outwards_next_to_the_origin_and_not_at_all_at_it()
    {
        using IEnergy energy = EnergyLab.Create("U1", _lab.Accelerator);
        (_, float[] gradient) = EnergyLab.WithGradient(_lab, energy, 1, [0, 0, 0, 1e-10f]);
        Assert.That(gradient[0], Is.Zero);
        Assert.That(gradient[2], Is.Zero);
        Assert.That(gradient[3], Is.EqualTo(-12.5f).Within(1e-5));
    }

    [TestCase("U1", 1.8775)]
    [TestCase("U2", 2.2002)]
    [TestCase("U3", 2.7598)]
    [TestCase("U4", 2.8241)]
    public void The_integration_grid_gives_the_normalizer(string name, double logZ)
    {
        Assert.That(LogNormalizer(name, new EnergySettings()), Is.EqualTo(logZ).Within(6e-5));
    }

    [Test]
    public void The_normalizer_has_converged(
        [ValueSource(typeof(EnergyLab), nameof(EnergyLab.Names))] string name, [Values(0.1, 0.4, 2)] double wall)
    {
        double usual = LogNormalizer(name, new EnergySettings { Wall = wall });
        double fine = LogNormalizer(name, new EnergySettings { Wall = wall, GridResolution = 1000 });
        Assert.That(usual, Is.EqualTo(fine).Within(5e-5));
    }

    [Test]
    public void A_target_has_all_of_its_mass_inside_the_integration_grid(
        [ValueSource(typeof(EnergyLab), nameof(EnergyLab.Names))] string name, [Values(0.4, 2, 10)] double wall)
    {
        using IEnergy energy = EnergyLab.Create(name, _lab.Accelerator, new EnergySettings { Wall = wall });
        EnergyGrid grid = energy.IntegrationGrid;
        for (int i = 0; i < grid.Resolution; i++)
        {
            double along = grid.Center(i);
            Assert.That(EnergyReference.Value(name, along, grid.Maximum, wall), Is.GreaterThan(25));
            Assert.That(EnergyReference.Value(name, along, grid.Minimum, wall), Is.GreaterThan(25));
            Assert.That(EnergyReference.Value(name, grid.Maximum, along, wall), Is.GreaterThan(25));
            Assert.That(EnergyReference.Value(name, grid.Minimum, along, wall), Is.GreaterThan(25));
        }
    }

    [Test]
    public void Grids_are_the_documented_ones()
    {
        using IEnergy energy = EnergyLab.Create("U3", _lab.Accelerator);
        using IEnergy wide = EnergyLab.Create("U3", _lab.Accelerator, new EnergySettings { Wall = 2, GridResolution = 100 });
        Assert.That(energy.Dimension, Is.EqualTo(2));
        Assert.That(energy.IntegrationGrid, Is.EqualTo(new EnergyGrid(-8, 8, 400)));
        Assert.That(energy.FigureGrid, Is.EqualTo(new EnergyGrid(-4, 4, 200)));
        Assert.That(wide.IntegrationGrid, Is.EqualTo(new EnergyGrid(-24, 24, 100)));
    }

    [Test]
    public void A_wall_too_narrow_for_float32_is_refused()
    {
        Assert.That(
            () => EnergyLab.Create("U2", _lab.Accelerator, new EnergySettings { Wall = 1e-3 }),
            Throws.TypeOf<ComponentSettingsException>().With.Message.Contains("the setting wall is").And.Message.Contains("expected 0 (no wall) or at least 0.01"));
    }

    [Test]
    public void A_seed_gets_the_same_bits_alone_packed_and_on_one_thread(
        [ValueSource(typeof(EnergyLab), nameof(EnergyLab.Names))] string name)
    {
        float[] points = Points();
        int batch = points.Length / 2;
        float[] other = [.. points.Reverse()];
        using var sequential = new CpuLab(threads: 1);
        using IEnergy energy = EnergyLab.Create(name, _lab.Accelerator);
        using IEnergy sequentialEnergy = EnergyLab.Create(name, sequential.Accelerator);
        (float[] alone, float[] aloneGradient) = EnergyLab.WithGradient(_lab, energy, 1, points);
        (float[] packed, float[] packedGradient) = EnergyLab.WithGradient(_lab, energy, 3, [.. other, .. points, .. other]);
        (float[] single, float[] singleGradient) = EnergyLab.WithGradient(sequential, sequentialEnergy, 1, points);
        Assert.That(packed[batch..(2 * batch)], Is.EqualTo(alone));
        Assert.That(packedGradient[(2 * batch)..(4 * batch)], Is.EqualTo(aloneGradient));
        Assert.That(single, Is.EqualTo(alone));
        Assert.That(singleGradient, Is.EqualTo(aloneGradient));
    }

    private double LogNormalizer(string name, EnergySettings settings)
    {
        using IEnergy energy = EnergyLab.Create(name, _lab.Accelerator, settings);
        EnergyGrid grid = energy.IntegrationGrid;
        double[] centers = [.. Enumerable.Range(0, grid.Resolution).Select(grid.Center)];
        float[] points = [.. centers.SelectMany(_ => centers).Select(z => (float)z), .. centers.SelectMany(z => centers.Select(_ => (float)z))];
        double sum = EnergyLab.Values(_lab, energy, 1, points).Sum(u => Math.Exp(-u));
        return Math.Log(sum) + 2 * Math.Log(grid.Spacing);
    }

    /// <summary>Points inside the square, outside, far out, next to the origin and at the edges of the wall: [2, B].</summary>
    private static float[] Points()
    {
        var random = new System.Random(17);
        var z1 = new List<float>();
        var z2 = new List<float>();
        foreach (double reach in (double[])[1e-3, 0.1, 4, 8, 40, 1000])
        {
            for (int i = 0; i < 400; i++)
            {
                z1.Add((float)(reach * (2 * random.NextDouble() - 1)));
                z2.Add((float)(reach * (2 * random.NextDouble() - 1)));
            }
        }

        foreach (float edge in (float[])[4, -4, 3.999f, -3.999f, 4.001f, -4.001f])
        {
            for (int i = 0; i < 20; i++)
            {
                float other = (float)(10 * random.NextDouble() - 5);
                z1.AddRange([edge, other]);
                z2.AddRange([other, edge]);
            }
        }

        return [.. z1, .. z2];
    }
}
