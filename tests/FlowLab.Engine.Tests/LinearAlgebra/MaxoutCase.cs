using FlowLab.Engine.LinearAlgebra.Sparse;
using FlowLab.LinearAlgebra;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Tests.LinearAlgebra;

/// <summary>One backward pass through maxout units, and what it has to give in double precision. What has to be assigned starts as NaN, and so does all between.</summary>
internal sealed class MaxoutCase
{
    private readonly int _seeds, _units, _window, _inputs, _batch;
    private readonly TestMatrix _linear, _greatest, _gradient, _input, _weight;

    internal MaxoutCase(int seeds, int units, int window, int inputs, int batch)
    {
        (_seeds, _units, _window, _inputs, _batch) = (seeds, units, window, inputs, batch);
        System.Random random = new(units + window + inputs + batch);
        TestMatrix Draw(int rows, int columns, int gap) => new(random, seeds, rows, columns, isTransposed: false, isShared: false, gap, offset: gap);
        _linear = Draw(units * window, batch, 1);
        _greatest = Draw(units, batch, 2);
        _gradient = Draw(units, batch, 0);
        _input = Draw(inputs, batch, 3);
        _weight = Draw(units * window, inputs, 1);
        for (int at = 0; at < seeds * units * batch; at++)
            Settle(random, at / (units * batch), at / batch % units, at % batch);
    }

    /// <summary>[R, window U, N] without gaps.</summary>
    internal float[] WeightGradient { get; private set; } = [];

    /// <summary>[R, window U].</summary>
    internal float[] BiasGradient { get; private set; } = [];

    /// <summary>[R, N, B]; empty if it was not wanted.</summary>
    internal float[] InputGradient { get; private set; } = [];

    internal MaxoutCase Run(GemmFixture fixture, bool pulls = true, bool inPlace = false)
    {
        Accelerator accelerator = fixture.Accelerator;
        using var linear = accelerator.Allocate1D(_linear.Values);
        using var greatest = accelerator.Allocate1D(_greatest.Values);
        using var gradient = accelerator.Allocate1D([.. _gradient.Values, .. Unset((_seeds + 1) * _inputs * _batch)]);
        using var input = accelerator.Allocate1D(_input.Values);
        using var weight = accelerator.Allocate1D(_weight.Values);
        using var weightGradient = accelerator.Allocate1D(Unset((_seeds + 1) * _units * _window * _inputs));
        using var biasGradient = accelerator.Allocate1D(Unset((_seeds + 1) * _units * _window));
        int first = inPlace ? 0 : _gradient.Values.Length;
        MatrixView target = MatrixView.PerSeed(gradient.View.BaseView.SubView(first, gradient.Length - first), _inputs, _batch);
        fixture.Products.MaxoutBackward(accelerator.DefaultStream, new MaxoutGradient(
            _seeds, _window, _linear.ViewOf(linear), _greatest.ViewOf(greatest), _gradient.ViewOf(gradient), _input.ViewOf(input),
            MatrixView.PerSeed(weightGradient.View, _units * _window, _inputs), MatrixSums.PerRow(biasGradient.View, _units * _window), _weight.ViewOf(weight),
            pulls ? target : null));
        WeightGradient = OfSeeds(weightGradient.GetAsArray1D());
        BiasGradient = OfSeeds(biasGradient.GetAsArray1D());
        InputGradient = !pulls ? [] : inPlace ? gradient.GetAsArray1D()[..(_seeds * _inputs * _batch)] : OfSeeds(gradient.GetAsArray1D()[first..]);
        return this;
    }

    /// <summary>What one seed more would have is not written.</summary>
    private float[] OfSeeds(float[] values)
    {
        int length = values.Length / (_seeds + 1) * _seeds;
        Assert.That(values[length..], Is.All.NaN, "behind the last seed");
        return values[..length];
    }

    /// <summary>The greatest error relative to the sum of the sizes of all terms of a result.</summary>
    internal double WorstError()
    {
        double worst = 0;
        for (int seed = 0; seed < _seeds; seed++)
            worst = Math.Max(worst, Math.Max(WorstOfWeights(seed), InputGradient.Length == 0 ? 0 : WorstOfInputs(seed)));
        return worst;
    }

    private static float[] Unset(int length) => [.. Enumerable.Repeat(float.NaN, Math.Max(1, length))];

    private static double Error(double expected, double size, float actual) =>
        float.IsNaN(actual) ? double.PositiveInfinity : Math.Abs(actual - expected) / Math.Max(size, 1e-30);

    /// <summary>The greatest of a window, now and then twice, and now and then NaN.</summary>
    private void Settle(System.Random random, int seed, int unit, int sample)
    {
        if (random.Next(4) == 0)
            _linear.Values[_linear.At(seed, (unit * _window) + _window - 1, sample)] = _linear.Values[_linear.At(seed, unit * _window, sample)];
        float greatest = Enumerable.Range(0, _window).Max(i => _linear.Values[_linear.At(seed, (unit * _window) + i, sample)]);
        _greatest.Values[_greatest.At(seed, unit, sample)] = random.Next(50) == 0 ? float.NaN : greatest;
    }

    /// <summary>dL/dy.</summary>
    private double Slope(int seed, int linear, int sample)
    {
        int unit = linear / _window;
        int winner = Enumerable.Range(0, _window).FirstOrDefault(i => _linear[seed, (unit * _window) + i, sample] == _greatest[seed, unit, sample], -1);
        return winner == linear % _window ? _gradient[seed, unit, sample] : 0;
    }

    private double WorstOfWeights(int seed)
    {
        double worst = 0;
        for (int row = 0; row < _units * _window; row++)
        {
            double[] slopes = [.. Enumerable.Range(0, _batch).Select(sample => Slope(seed, row, sample))];
            int at = (seed * _units * _window) + row;
            worst = Math.Max(worst, Error(slopes.Sum(), slopes.Sum(Math.Abs), BiasGradient[at]));
            for (int i = 0; i < _inputs; i++)
            {
                double[] terms = [.. slopes.Select((slope, sample) => slope == 0 ? 0 : slope * _input[seed, i, sample])];
                worst = Math.Max(worst, Error(terms.Sum(), terms.Sum(Math.Abs), WeightGradient[(at * _inputs) + i]));
            }
        }
        return worst;
    }

    private double WorstOfInputs(int seed)
    {
        double worst = 0;
        for (int sample = 0; sample < _batch; sample++)
        {
            double[] slopes = [.. Enumerable.Range(0, _units * _window).Select(row => Slope(seed, row, sample))];
            for (int i = 0; i < _inputs; i++)
            {
                double[] terms = [.. slopes.Select((slope, row) => slope == 0 ? 0 : slope * _weight[seed, row, i])];
                worst = Math.Max(worst, Error(terms.Sum(), terms.Sum(Math.Abs), InputGradient[(((seed * _inputs) + i) * _batch) + sample]));
            }
        }
        return worst;
    }
}
