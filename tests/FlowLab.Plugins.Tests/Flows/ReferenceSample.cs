using MathNet.Numerics.LinearAlgebra;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>One sample under a reference flow: values, numeric derivatives and the inverse by Newton's method.</summary>
internal sealed class ReferenceSample(IReferenceFlow flow, int seed, int layers)
{
    private const double Step = 1e-6;
    private const int NewtonSteps = 20;

    public (double[] State, double LogDet) Forward(double[] z, double[] parameters)
    {
        double[] state = [.. z];
        double logDet = flow.Apply(state, parameters, seed, layers);
        return (state, logDet);
    }

    /// <summary>The inverse near a known point.</summary>
    public (double[] State, double LogDet) Inverse(double[] image, double[] parameters, double[] start)
    {
        Vector<double> z = Vector<double>.Build.DenseOfArray(start);
        Vector<double> target = Vector<double>.Build.DenseOfArray(image);
        for (int i = 0; i < NewtonSteps; i++)
        {
            Vector<double> residual = Vector<double>.Build.DenseOfArray(Forward(z.ToArray(), parameters).State) - target;
            if (residual.AbsoluteMaximum() < 1e-13 * (1 + target.AbsoluteMaximum()))
                break;
            z -= Jacobian(z.ToArray(), parameters).Solve(residual);
        }
        return (z.ToArray(), Forward(z.ToArray(), parameters).LogDet);
    }

    public Matrix<double> Jacobian(double[] z, double[] parameters) =>
        Matrix<double>.Build.DenseOfColumns(Enumerable.Range(0, z.Length).Select(d =>
        {
            double[] above = Forward(Moved(z, d, Step), parameters).State;
            double[] below = Forward(Moved(z, d, -Step), parameters).State;
            return above.Zip(below, (a, b) => (a - b) / (2 * Step));
        }));

    /// <summary>The central difference of a function of one argument of a list.</summary>
    public static double Derivative(Func<double[], double> function, double[] at, int index) =>
        (function(Moved(at, index, Step)) - function(Moved(at, index, -Step))) / (2 * Step);

    private static double[] Moved(double[] values, int index, double step)
    {
        double[] moved = [.. values];
        moved[index] += step;
        return moved;
    }
}
