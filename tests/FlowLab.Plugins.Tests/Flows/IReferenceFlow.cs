namespace FlowLab.Plugins.Tests.Flows;

/// <summary>A flow in plain C# and double precision, written from the paper's formulas, one sample at a time.</summary>
internal interface IReferenceFlow
{
    /// <summary>Replaces z0 by the state after <paramref name="layers"/> layers and returns the sum of log-dets.</summary>
    double Apply(double[] z, double[] parameters, int seed, int layers);
}
