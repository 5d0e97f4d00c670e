using FlowLab.Networks;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>
/// MADE (Germain et al. 2015, section 3) of one sample in double precision: every unit has a degree, and a weight exists where the degree above allows that below.
/// </summary>
internal sealed class ReferenceMaskedMlp(ConditionerSettings settings, int components, int numbers)
{
    private readonly int _window = settings.Activation == Activation.Maxout ? settings.Window : 1;

    /// <summary>Parameters that the last evaluation has read.</summary>
    public int ParameterCount { get; private set; }

    /// <summary>[D, n], where those of component d, counted from 0, read inputs before it.</summary>
    public double[] Evaluate(double[] x, ReadOnlySpan<double> parameters)
    {
        ReadOnlySpan<double> rest = parameters;
        int[] degrees = Degrees(), below = [.. Enumerable.Range(1, components)];
        double[] values = x;
        for (int layer = 0; layer < settings.Depth; layer++)
        {
            int[] linearDegrees = [.. degrees.SelectMany(degree => Enumerable.Repeat(degree, _window))];
            values = Activate(Linear(values, below, linearDegrees, ref rest));
            below = degrees;
        }
        double[] outputs = Linear(values, below, [.. Enumerable.Range(0, components).SelectMany(d => Enumerable.Repeat(d, numbers))], ref rest);
        ParameterCount = parameters.Length - rest.Length;
        return outputs;
    }

    /// <summary>From 1 (0 for a single component) to D - 1, rising; several units per degree, or several degrees per unit.</summary>
    private int[] Degrees()
    {
        int lowest = components == 1 ? 0 : 1, spacing = (int)Math.Ceiling((components - lowest) / (double)settings.Hidden);
        int[] levels = [.. Enumerable.Range(0, components).Select(v => lowest + v * spacing).TakeWhile(degree => degree < components)];
        return [.. levels.SelectMany((degree, v) => Enumerable.Repeat(degree, settings.Hidden / levels.Length + (v < settings.Hidden % levels.Length ? 1 : 0)))];
    }

    /// <summary>Weights of all units, then their biases; a unit reads what has a degree of at most its own.</summary>
    private static double[] Linear(double[] x, int[] degrees, int[] unitDegrees, ref ReadOnlySpan<double> parameters)
    {
        var sums = new double[unitDegrees.Length];
        for (int unit = 0; unit < sums.Length; unit++)
        {
            for (int i = 0; i < x.Length; i++)
            {
                if (degrees[i] > unitDegrees[unit])
                    continue;
                sums[unit] += parameters[0] * x[i];
                parameters = parameters[1..];
            }
        }
        for (int unit = 0; unit < sums.Length; unit++)
            sums[unit] += parameters[unit];
        parameters = parameters[sums.Length..];
        return sums;
    }

    private double[] Activate(double[] linear) => settings.Activation switch
    {
        Activation.Maxout => [.. linear.Chunk(_window).Select(window => window.Max())],
        Activation.Tanh => [.. linear.Select(Math.Tanh)],
        _ => throw new InvalidOperationException($"There is no reference for {settings.Activation}."),
    };
}
