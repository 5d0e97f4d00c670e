using FlowLab.Engine.Models;

namespace FlowLab.Engine.Tests.Latents;

/// <summary>Gradients of the annealed free energy by central differences in double precision.</summary>
internal static class ReferenceGradients
{
    private const double Step = 1e-5;

    // Float32 and float64 agree on which side of a bend a unit is if it is this far away from it.
    private const double LeastMargin = 3e-5;

    /// <summary>Of the first update of a cell with the parameters that it has: gradients [R, P], losses [R] at beta = 1 and those of the worst samples, [R].</summary>
    public static (double[] Gradients, double[] Losses, double[] Worst) Of(LatentCell cell)
    {
        int count = cell.Model.ParameterCount, seeds = cell.Case.Seeds.Length;
        ReferenceLatentModel reference = new(cell.Case, cell.ReferenceFlows, [.. cell.Model.Chain.Segments.Select(segment => segment.Flow.ParameterCount)], StartsOf(cell));
        Assert.That(reference.ParameterCount, Is.EqualTo(count));
        double[] parameters = Array.ConvertAll(cell.Parameters, value => (double)value);
        double[] gradients = new double[parameters.Length];
        double[] losses = new double[seeds], worst = new double[seeds];
        for (int position = 0; position < seeds; position++)
        {
            double[] own = parameters[(position * count)..((position + 1) * count)];
            (_, losses[position], worst[position]) = reference.FreeEnergy(position, own);
            Assert.That(reference.LeastMargin, Is.GreaterThan(LeastMargin), "the case is away from the bends of its networks");
            for (int p = 0; p < count; p++)
                gradients[position * count + p] = Slope(own, p, at => reference.FreeEnergy(position, at).Annealed);
        }
        return (gradients, losses, worst);
    }

    /// <summary>Where the outputs of the inference network start, [R][outputs]: its output biases.</summary>
    private static double[][] StartsOf(LatentCell cell)
    {
        NamedTensor bias = cell.Model.Tensors.Single(tensor => tensor.Name == "encoder.output.bias");
        return [.. Enumerable.Range(0, cell.Case.Seeds.Length).Select(position => Array.ConvertAll(
            cell.Starts.AsSpan(position * cell.Model.ParameterCount + bias.Offset, bias.Shape[0]).ToArray(), value => (double)value))];
    }

    private static double Slope(double[] at, int i, Func<double[], double> function)
    {
        double center = at[i];
        at[i] = center + Step;
        double above = function(at);
        at[i] = center - Step;
        double below = function(at);
        at[i] = center;
        return (above - below) / (2 * Step);
    }
}
