using FlowLab.Networks;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>A multilayer perceptron of one sample in double precision.</summary>
internal sealed class ReferenceMlp(int hidden, int depth, Activation activation, int window, int inputs, int outputs)
{
    private readonly int _window = activation == Activation.Maxout ? window : 1;

    public ReferenceMlp(ConditionerSettings settings, int inputs, int outputs)
        : this(settings.Hidden, settings.Depth, settings.Activation, settings.Window, inputs, outputs)
    {
    }

    public ReferenceMlp(NetworkSettings settings, int inputs, int outputs)
        : this(settings.Hidden, settings.Depth, settings.Activation, settings.Window, inputs, outputs)
    {
    }

    public int ParameterCount =>
        Enumerable.Range(0, depth).Sum(layer => hidden * _window * ((layer == 0 ? inputs : hidden) + 1)) + outputs * ((depth == 0 ? inputs : hidden) + 1);

    /// <summary>How near an evaluation has come to a bend: to two equal linear units of a maximum, or to 0 for relu.</summary>
    public double LeastMargin { get; private set; } = double.PositiveInfinity;

    public double[] Evaluate(double[] x, ReadOnlySpan<double> parameters)
    {
        for (int layer = 0; layer < depth; layer++)
            x = Activate(Linear(x, hidden * _window, ref parameters));
        return Linear(x, outputs, ref parameters);
    }

    private double[] Activate(double[] linear)
    {
        var units = new double[hidden];
        for (int unit = 0; unit < hidden; unit++)
            units[unit] = activation == Activation.Maxout ? Greatest(linear.AsSpan(unit * _window, _window)) : Function(linear[unit]);
        return units;
    }

    private double Greatest(ReadOnlySpan<double> values)
    {
        double first = double.NegativeInfinity, second = double.NegativeInfinity;
        foreach (double value in values)
        {
            second = Math.Max(second, Math.Min(first, value));
            first = Math.Max(first, value);
        }
        LeastMargin = Math.Min(LeastMargin, first - second);
        return first;
    }

    private double Function(double x)
    {
        if (activation == Activation.Relu)
            LeastMargin = Math.Min(LeastMargin, Math.Abs(x));
        return activation switch
        {
            Activation.Tanh => Math.Tanh(x),
            Activation.Relu => Math.Max(0, x),
            Activation.Elu => x > 0 ? x : Math.Exp(x) - 1,
            _ => throw new InvalidOperationException($"There is no reference for {activation}."),
        };
    }

    private static double[] Linear(double[] x, int units, ref ReadOnlySpan<double> parameters)
    {
        var result = new double[units];
        for (int unit = 0; unit < units; unit++)
        {
            result[unit] = parameters[units * x.Length + unit];
            for (int i = 0; i < x.Length; i++)
                result[unit] += parameters[unit * x.Length + i] * x[i];
        }
        parameters = parameters[(units * (x.Length + 1))..];
        return result;
    }
}
