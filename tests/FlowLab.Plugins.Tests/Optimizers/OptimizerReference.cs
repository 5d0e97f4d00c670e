namespace FlowLab.Plugins.Tests.Optimizers;

/// <summary>The optimizers for one parameter in double precision, written down as their papers do.</summary>
internal static class OptimizerReference
{
    /// <summary>The parameter after <paramref name="gradients"/>, and its state.</summary>
    public static (double Parameter, double[] State) Run(string name, double parameter, double rate, double[] gradients)
    {
        double first = 0, second = 0;
        for (int t = 1; t <= gradients.Length; t++)
        {
            double g = gradients[t - 1];
            switch (name)
            {
                case "sgd":
                    first = g;
                    parameter -= rate * g;
                    break;
                case "sgd-momentum":
                    first = 0.8 * first + g;
                    parameter -= rate * first;
                    break;
                case "sgd-nesterov":
                    first = 0.8 * first + g;
                    parameter -= rate * (g + 0.8 * first);
                    break;
                case "adagrad":
                    first += g * g;
                    parameter -= rate * g / (Math.Sqrt(first) + 1e-10);
                    break;
                case "rmsprop":
                    first = 0.99 * first + 0.01 * g * g;
                    second = 0.9 * second + g / (Math.Sqrt(first) + 1e-8);
                    parameter -= rate * second;
                    break;
                case "rmsprop-corrected":
                    first = 0.99 * first + 0.01 * g * g;
                    second = 0.9 * second + g / (Math.Sqrt(first / (1 - Math.Pow(0.99, t))) + 1e-8);
                    parameter -= rate * second;
                    break;
                case "adam":
                    first = 0.9 * first + 0.1 * g;
                    second = 0.999 * second + 0.001 * g * g;
                    parameter -= rate * (first / (1 - Math.Pow(0.9, t))) / (Math.Sqrt(second / (1 - Math.Pow(0.999, t))) + 1e-8);
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(name), name, "No such optimizer.");
            }
        }

        return (parameter, [first, second]);
    }
}
