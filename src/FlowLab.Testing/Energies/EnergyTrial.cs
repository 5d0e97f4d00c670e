using System.Globalization;
using FlowLab.Energies;
using FlowLab.Kernels;
using FlowLab.Random;
using FlowLab.Testing.Bench;

namespace FlowLab.Testing.Energies;

/// <summary>An energy of a case, built, with its points.</summary>
internal sealed class EnergyTrial : IDisposable
{
    public EnergyTrial(EnergySubject subject, EnergyCase situation, LawBench bench)
    {
        Situation = situation;
        Bench = bench;
        Energy = subject.Create(bench);
        Points = situation.Points is { } given ? [.. given] : Draw();
    }

    public EnergyCase Situation { get; }

    public LawBench Bench { get; }

    public IEnergy Energy { get; }

    /// <summary>[R, D, B].</summary>
    public float[] Points { get; }

    /// <summary>U and its gradient at points, [R, D, B].</summary>
    /// <param name="points">The points.</param>
    /// <param name="seeds">Seeds R.</param>
    /// <param name="scale">The factor on the gradient; null: the launch that gives no gradient.</param>
    /// <param name="unset">What buffers hold before.</param>
    public EnergyResult Evaluate(float[] points, int seeds, float? scale, float unset = float.NaN)
    {
        int dimension = Energy.Dimension, batch = points.Length / (seeds * dimension);
        using var state = new GuardedBuffer(Bench.Accelerator, points);
        using var energy = GuardedBuffer.Filled(Bench.Accelerator, seeds * batch, unset);
        using var gradient = GuardedBuffer.Filled(Bench.Accelerator, points.Length, unset);
        var pass = new EnergyPass(seeds, new SampleView(state.View, dimension, batch), energy.View, new SampleView(gradient.View, dimension, batch), scale ?? 1);
        if (scale is null)
            Energy.Evaluate(pass);
        else
            Energy.EvaluateWithGradient(pass);
        Bench.Accelerator.Synchronize();
        float[] after = state.Read(out int? touchedState), energies = energy.Read(out int? touchedEnergy), gradients = gradient.Read(out int? touchedGradient);
        string damage = Damage("state", touchedState) + Damage("energy", touchedEnergy) + Damage("gradient", touchedGradient);
        if (damage.Length == 0 && !after.AsSpan().SequenceEqual(points) && !Array.Exists(points, float.IsNaN))
            damage = "the launch changed the points";
        return new EnergyResult(energies, gradients, damage);
    }

    /// <summary>What is left in Product where products with the second derivatives at the points are added.</summary>
    /// <param name="directions">[R, D, B].</param>
    /// <param name="before">What Product holds, [R, D, B].</param>
    /// <param name="scale">The factor.</param>
    /// <param name="damage">Where something was written that must not be; empty if nowhere.</param>
    public float[] AddCurvature(float[] directions, float[] before, float scale, out string damage)
    {
        int seeds = Situation.Seeds.Count, dimension = Energy.Dimension, batch = Points.Length / (seeds * dimension);
        using var state = new GuardedBuffer(Bench.Accelerator, Points);
        using var direction = new GuardedBuffer(Bench.Accelerator, directions);
        using var product = new GuardedBuffer(Bench.Accelerator, before);
        ((ICurvedEnergy)Energy).AddCurvature(new CurvaturePass(
            seeds, new SampleView(state.View, dimension, batch), new SampleView(direction.View, dimension, batch), new SampleView(product.View, dimension, batch), scale));
        Bench.Accelerator.Synchronize();
        float[] points = state.Read(out int? touchedState), vectors = direction.Read(out int? touchedDirection), products = product.Read(out int? touchedProduct);
        damage = Damage("state", touchedState) + Damage("direction", touchedDirection) + Damage("product", touchedProduct);
        if (damage.Length == 0 && !(points.AsSpan().SequenceEqual(Points) && vectors.AsSpan().SequenceEqual(directions)))
            damage = "the launch changed the points or the directions";
        return products;
    }

    /// <inheritdoc/>
    public void Dispose() => Energy.Dispose();

    private static string Damage(string name, int? touched) =>
        touched is { } place ? string.Create(CultureInfo.InvariantCulture, $"the launch wrote outside of the buffer \"{name}\", at [{place}] ") : "";

    private float[] Draw() =>
    [
        .. Situation.Seeds.SelectMany(seed =>
        {
            var random = new RandomStream(seed, RandomPurpose.TestData);
            return Enumerable.Range(0, Energy.Dimension * Situation.Batch).Select(_ => (float)(Situation.Spread * random.NextNormal()));
        }),
    ];
}
