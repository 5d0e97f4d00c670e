namespace FlowLab.Plugins.Tests.Datasets.Points;

/// <summary>Where kernels of datasets are tested.</summary>
public enum PointDevice
{
    /// <summary>The CPU, compiled to vectors.</summary>
    Simd,

    /// <summary>The CPU, the methods themselves with every index checked.</summary>
    Reference,

    /// <summary>The first OpenCL device.</summary>
    OpenCl,
}
