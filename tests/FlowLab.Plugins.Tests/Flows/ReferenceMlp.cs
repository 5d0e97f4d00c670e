using FlowLab.Networks;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>A multilayer perceptron of one sample in double precision.</summary>
internal sealed class ReferenceMlp(ConditionerSettings settings, int inputs, int outputs)
{
    private int Window => settings.Activation == Activation.Maxout ? settings.Window : 1;

    public int ParameterCount =>
        settings.Hidden * Window * (inputs + 1) + (settings.Depth - 1) * settings.Hidden * Window * (settings.Hidden + 1)
        + outputs * (settings.Hidden + 1);

    public double[] Evaluate(double[] x, ReadOnlySpan<double> parameters)
    {
        for (int layer = 0; layer < settings.Depth; layer++)
        {
            double[] linear = Linear(x, settings.Hidden * Window, ref parameters);
            x = [.. linear.Chunk(Window).Select(Activate)];
        }
        return Linear(x, outputs, ref parameters);
    }

    private double Activate(double[] window) => settings.Activation switch
    {
        Activation.Maxout => window.Max(),
        Activation.Tanh => Math.Tanh(window[0]),
        _ => Math.Max(0, window[0]),
    };

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
