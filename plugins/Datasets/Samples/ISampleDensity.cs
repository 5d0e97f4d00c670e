namespace FlowLab.Plugins.Datasets.Samples;

/// <summary>The density of a sample set, in double precision.</summary>
public interface ISampleDensity
{
    /// <summary>ln p(x, y), nats; negative infinity where p is 0.</summary>
    double LogAt(double x, double y);
}
